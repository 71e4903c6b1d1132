import { rm } from 'node:fs/promises'

import type { Role } from '@prisma/client'
import { emptyDatabase } from 'test-support/emptyDatabase'
import { film, PDF, picture } from 'test-support/files'
import { ask, codeOf, type Credentials, withKey } from 'test-support/graphql'
import { newSid } from 'test-support/messages'
import {
  type RemoteServer,
  serving,
  startRemoteServer,
} from 'test-support/remoteServer'
import {
  created,
  refused,
  startTwilioServer,
  type TwilioServer,
} from 'test-support/twilioServer'
import { v7 as uuid } from 'uuid'

import { createApiKey } from 'src/lib/access/apiKeys'
import { config } from 'src/lib/config/config'
import { db } from 'src/lib/db'
import { isSignedFor } from 'src/lib/media/links/signedLink'
import { mediaStorage } from 'src/lib/media/storage/mediaStorage'
import { keepUpload } from 'src/lib/media/uploads/keepUpload'
import { pruneUploads } from 'src/lib/media/uploads/pruneUploads'
import { dispatch } from 'src/lib/outbound/dispatch'

const HOUR = 60 * 60 * 1000
const KB = 1024
const MB = 1024 * KB

const FIELDS = `id status errorCode body media { id contentType size name width height url }`

const SEND = `mutation ($to: String = "+14155550100", $body: String = "", $mediaUrls: [String!], $attachmentIds: [ID!], $sendAt: DateTime, $idempotencyKey: String) {
  sendSms(to: $to, body: $body, mediaUrls: $mediaUrls, attachmentIds: $attachmentIds, sendAt: $sendAt, idempotencyKey: $idempotencyKey) { ${FIELDS} }
}`

const RETRY = `mutation ($id: ID!) { retryMessage(id: $id) { ${FIELDS} } }`

/** A program, with what it uploads. */
interface Program {
  credentials: Credentials
  apiKeyId: string
}

const programFor = async (role: Role): Promise<Program> => {
  const credentials = withKey(await createApiKey('program', role))
  const { id } = await db.apiKey.findFirstOrThrow({ orderBy: { id: 'desc' } })
  return { credentials, apiKeyId: id }
}

let twilio: TwilioServer
let remote: RemoteServer
let agent: Program

beforeAll(async () => {
  twilio = await startTwilioServer()
  remote = await startRemoteServer(
    serving({
      '/a.png': { type: 'image/png', size: 1000 },
      '/b.png': { type: 'image/png', size: 2000 },
      '/page': { type: 'text/html', size: 1000 },
      '/large.png': { type: 'image/png', size: 5 * MB + 1 },
      '/film.mp4': { type: 'video/mp4', size: 600 * KB },
    })
  )
  remote.allow()
})

beforeEach(async () => {
  twilio.calls.length = 0
  twilio.answers.length = 0
  remote.asked.length = 0
  await emptyDatabase()
  agent = await programFor('AGENT')
})

afterAll(async () => {
  await Promise.all([twilio.close(), remote.close()])
  await rm(config.mediaFolder, { recursive: true, force: true })
})

const uploadPicture = async ({ apiKeyId } = agent) =>
  keepUpload(
    { bytes: await picture(), contentType: 'image/jpeg', name: 'view.jpg' },
    { apiKeyId }
  )

const upload = (bytes: Buffer, contentType: string, name = 'file') =>
  keepUpload({ bytes, contentType, name }, { apiKeyId: agent.apiKeyId })

const send = async (variables: object, { credentials } = agent) => {
  const { data, errors } = await ask(credentials, SEND, variables)
  expect(errors).toBeUndefined()
  return data.sendSms
}

/** Why it was not sent; nothing was written, and Twilio heard nothing. */
const refusalOf = async (variables: object, { credentials } = agent) => {
  const answer = await ask(credentials, SEND, variables)
  expect(codeOf(answer)).toEqual('BAD_USER_INPUT')
  expect(await db.message.count()).toEqual(0)
  expect(twilio.calls).toEqual([])
  return answer.errors?.[0].message
}

const fetchedByTwilio = () =>
  twilio.calls.map(({ params }) => params.getAll('MediaUrl'))

/** The id of the file and how long the link holds from now on, of a link that opens. */
const read = (link: string) => {
  const { pathname, searchParams } = new URL(link)
  const id = pathname.split('/').pop() as string
  const expires = searchParams.get('expires') as string
  const signature = searchParams.get('signature') as string
  expect(isSignedFor(id, { expires, signature }, new Date())).toEqual(true)
  return { id, hours: (Number(expires) * 1000 - Date.now()) / HOUR }
}

describe('uploads', () => {
  it('are sent as links that Twilio can open for two days, without a text', async () => {
    const file = await uploadPicture()
    const message = await send({ attachmentIds: [file.id] })
    expect(message).toMatchObject({
      status: 'QUEUED',
      body: '',
      media: [
        {
          contentType: 'image/jpeg',
          size: file.size,
          name: 'view.jpg',
          width: 40,
          height: 30,
          url: `/.redwood/functions/media/${message.media[0].id}`,
        },
      ],
    })
    const [[link]] = fetchedByTwilio()
    expect(link).toMatch(/^https:\/\/inbox\.example\.com\//)
    const { id, hours } = read(link)
    expect(id).toEqual(file.id)
    expect(hours).toBeCloseTo(48, 1)
    expect(twilio.calls[0].params.has('Body')).toEqual(false)
  })

  it('have links that are kept nowhere', async () => {
    const file = await uploadPicture()
    await send({ attachmentIds: [file.id] })
    const rows = await db.media.findMany()
    expect(rows).toMatchObject([{ url: null, fileId: file.id }])
  })

  it('come after the addresses, in their order', async () => {
    const [one, other] = [await uploadPicture(), await uploadPicture()]
    const message = await send({
      mediaUrls: [`${remote.url}/a.png`, `${remote.url}/b.png`],
      attachmentIds: [other.id, one.id],
    })
    const [[first, second, ...links]] = fetchedByTwilio()
    expect([first, second]).toEqual([
      `${remote.url}/a.png`,
      `${remote.url}/b.png`,
    ])
    expect(links.map((link) => read(link).id)).toEqual([other.id, one.id])
    expect(
      message.media.map(({ url }: { url: string | null }) => !!url)
    ).toEqual([false, false, true, true])
  })

  it('of a message for later hold two days from its time on', async () => {
    const file = await uploadPicture()
    const sendAt = new Date(Date.now() + 24 * HOUR)
    const { id } = await send({ attachmentIds: [file.id], sendAt })
    expect(twilio.calls).toEqual([])
    // Its time has come, by the clock of the database.
    await db.message.update({
      where: { id },
      data: { sendAt: new Date(Date.now() - 1000) },
    })
    await dispatch(id)
    expect(read(fetchedByTwilio()[0][0]).hours).toBeCloseTo(48, 1)
  })

  it('of a message that Twilio keeps for later hold two days from its time on', async () => {
    const file = await uploadPicture()
    const service = `MG${'1'.repeat(32)}`
    const { data } = await ask(
      agent.credentials,
      `mutation ($attachmentIds: [ID!], $from: String, $sendAt: DateTime) {
        sendSms(to: "+14155550100", body: "", from: $from, attachmentIds: $attachmentIds, sendAt: $sendAt) { id }
      }`,
      {
        from: service,
        attachmentIds: [file.id],
        sendAt: new Date(Date.now() + 24 * HOUR),
      }
    )
    expect(data.sendSms.id).toBeTruthy()
    expect(read(fetchedByTwilio()[0][0]).hours).toBeCloseTo(72, 1)
  })

  it('are sent again with a message that failed', async () => {
    const file = await uploadPicture()
    twilio.answers.push(created(), refused(500, 20500))
    const mediaUrls = [`${remote.url}/a.png`]
    const { id } = await send({ mediaUrls, attachmentIds: [file.id] })
    await db.message.update({
      where: { id },
      data: { status: 'FAILED', errorCode: 30003, sid: newSid() },
    })
    twilio.answers.length = 0
    const { data, errors } = await ask(agent.credentials, RETRY, { id })
    expect(errors).toBeUndefined()
    expect(data.retryMessage.media).toMatchObject([
      { url: null },
      { name: 'view.jpg' },
    ])
    const [url, link] = fetchedByTwilio()[1]
    expect(url).toEqual(mediaUrls[0])
    expect(read(link).id).toEqual(file.id)
  })

  it('can be sent twice', async () => {
    const { id } = await uploadPicture()
    await send({ attachmentIds: [id, id] })
    await send({ attachmentIds: [id], body: 'again' })
    expect(
      fetchedByTwilio()
        .flat()
        .map((link) => read(link).id)
    ).toEqual([id, id, id])
  })

  it('are part of what a key stands for', async () => {
    const [one, other] = [await uploadPicture(), await uploadPicture()]
    const keyed = { idempotencyKey: 'order-17', attachmentIds: [one.id] }
    const first = await send(keyed)
    expect((await send(keyed)).id).toEqual(first.id)
    const { data, errors } = await ask(agent.credentials, SEND, {
      ...keyed,
      attachmentIds: [other.id],
    })
    expect(data).toBeNull()
    expect(errors?.[0].extensions?.code).toEqual('BAD_USER_INPUT')
    expect(twilio.calls).toHaveLength(1)
  })

  it('of somebody else can be sent when they have been sent', async () => {
    const file = await uploadPicture()
    const other = await programFor('AGENT')
    const attachmentIds = [file.id]
    expect(await refusalOf({ attachmentIds }, other)).toEqual(
      'There is no such attachment of yours.'
    )
    await send({ attachmentIds })
    const message = await send({ attachmentIds }, other)
    expect(message.media).toHaveLength(1)
    // As the page knows it.
    await send({ attachmentIds: [message.media[0].id] }, other)
    expect(read(fetchedByTwilio()[2][0]).id).toEqual(file.id)
  })

  it.each([uuid(), 'nothing', '', "'"])(
    'that do not exist are refused: %j',
    async (id) => {
      expect(await refusalOf({ attachmentIds: [id] })).toEqual(
        'There is no such attachment of yours.'
      )
    }
  )

  it('are ten at most, together with the addresses', async () => {
    const { id } = await uploadPicture()
    const attachmentIds = Array<string>(6).fill(id)
    const mediaUrls = Array<string>(5).fill(`${remote.url}/a.png`)
    expect(await refusalOf({ attachmentIds, mediaUrls })).toEqual(
      'A message can have 10 attachments.'
    )
    expect(remote.asked).toEqual([])
    await send({ attachmentIds, mediaUrls: mediaUrls.slice(1) })
  })

  it('go where they can go', async () => {
    const [video, drawing] = [
      await upload(film(600 * KB), 'video/mp4', 'film.mp4'),
      await upload(PDF, 'application/pdf', 'menu.pdf'),
    ]
    expect(await refusalOf({ attachmentIds: [video.id] })).toEqual(
      'The attachment film.mp4 is larger than the 500 KB that such a file can have by MMS.'
    )
    const to = 'whatsapp:+14155550100'
    expect(
      await refusalOf({ to, attachmentIds: [video.id, drawing.id] })
    ).toEqual('A WhatsApp message can have one attachment.')
    expect(await send({ to, attachmentIds: [video.id] })).toMatchObject({
      status: 'QUEUED',
    })
  })
})

describe('addresses', () => {
  it('are looked at, and sent as they are', async () => {
    const mediaUrls = [`${remote.url}/a.png`, `${remote.url}/b.png`]
    const { media } = await send({ mediaUrls })
    expect(media).toMatchObject([{ url: null }, { url: null }])
    expect(remote.asked.sort()).toEqual(['HEAD /a.png', 'HEAD /b.png'])
    expect(fetchedByTwilio()).toEqual([mediaUrls])
  })

  it.each([
    ['/none.png', 'answered 404.'],
    ['/page', 'is text/html, which can not be sent by MMS.'],
    ['/large.png', 'is larger than the 5 MB that such a file can have by MMS.'],
    [
      '/film.mp4',
      'is larger than the 500 KB that such a file can have by MMS.',
    ],
  ])('are refused where it is no use: %s', async (path, reason) => {
    const mediaUrls = [`${remote.url}/a.png`, remote.url + path]
    expect(await refusalOf({ mediaUrls })).toEqual(
      `The attachment at ${remote.host} ${reason}`
    )
  })

  it.each([
    'http://127.0.0.1:9/a.png',
    'http://localhost/a.png',
    'http://169.254.169.254/latest/meta-data',
    'http://2130706433/',
    'http://[::1]/',
  ])('are refused where they are ours alone to see: %s', async (url) => {
    expect(await refusalOf({ mediaUrls: [url] })).toEqual(
      `The attachment at ${new URL(url).host} is not a public address.`
    )
  })

  it('are not looked at again when the send is repeated', async () => {
    const keyed = {
      idempotencyKey: 'order-17',
      mediaUrls: [`${remote.url}/a.png`],
    }
    const first = await send(keyed)
    remote.asked.length = 0
    expect((await send(keyed)).id).toEqual(first.id)
    expect(remote.asked).toEqual([])
  })

  it('of our own files are the files', async () => {
    const file = await uploadPicture()
    const url = `https://inbox.example.com/.redwood/functions/media/${file.id}?expires=1&signature=x`
    const message = await send({ mediaUrls: [url] })
    expect(message.media).toMatchObject([{ name: 'view.jpg' }])
    expect(read(fetchedByTwilio()[0][0]).id).toEqual(file.id)
  })

  it('of files that we have not are refused', async () => {
    for (const id of [uuid(), '', 'x/y']) {
      const url = `https://inbox.example.com/.redwood/functions/media/${id}`
      expect(await refusalOf({ mediaUrls: [url] })).toEqual(
        'There is no such attachment of yours.'
      )
    }
  })
})

describe('what was uploaded and never sent', () => {
  const age = (id: string, days: number) =>
    db.storedFile.update({
      where: { id },
      data: { createdAt: new Date(Date.now() - days * 24 * HOUR) },
    })

  it('is forgotten after a week, and nothing else is', async () => {
    const [old, young, sent] = [
      await uploadPicture(),
      await uploadPicture(),
      await uploadPicture(),
    ]
    await send({ attachmentIds: [sent.id] })
    await age(old.id, 7.1)
    await age(young.id, 6.9)
    await age(sent.id, 70)

    expect(await pruneUploads()).toEqual(1)
    const kept = await db.storedFile.findMany({ orderBy: { id: 'asc' } })
    expect(kept.map(({ id }) => id)).toEqual([young.id, sent.id])
    await expect(mediaStorage.get(old.id)).rejects.toThrow()
    for (const { id } of kept) {
      ;(await mediaStorage.get(id)).destroy()
    }
  })
})
