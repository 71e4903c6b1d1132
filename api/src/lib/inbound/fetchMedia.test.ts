import { readFile } from 'node:fs/promises'
import type http from 'node:http'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'

import { emptyDatabase } from 'test-support/emptyDatabase'
import { film, MP3, MP4, PDF, picture, VCARD } from 'test-support/files'
import { firstOf } from 'test-support/firstOf'
import { ask, keyFor } from 'test-support/graphql'
import { jobsOf } from 'test-support/jobs'
import { conversationWith, CUSTOMER, newSid, OURS } from 'test-support/messages'
import { type RemoteServer, startRemoteServer } from 'test-support/remoteServer'

import { config } from 'src/lib/config/config'
import { db } from 'src/lib/db'
import { listen } from 'src/lib/live/listen'
import { findFile } from 'src/lib/media/files/findFile'
import { mediaStorage } from 'src/lib/media/storage/mediaStorage'
import { pruneUploads } from 'src/lib/media/uploads/pruneUploads'
import { sniffType } from 'src/lib/media/uploads/sniffType'
import { twilioClient } from 'src/lib/twilio/twilioClient'

import { fetchMedia } from './fetchMedia'
import { parseInboundMessage } from './parseInboundMessage'
import { recordInboundMessage } from './recordInboundMessage'
import { sweepMedia } from './sweepMedia'

type Answer = (
  request: http.IncomingMessage,
  response: http.ServerResponse
) => void

const MB = 1024 * 1024

/** What lies at each path, of Twilio and of somebody else. */
const answers: Record<string, Answer> = {}
/** The Authorization header of each request, by its path. */
const authorizations: Record<string, string | undefined> = {}

const listener: Answer = (request, response) => {
  const url = request.url ?? ''
  authorizations[url] = request.headers.authorization
  const answer = answers[url]
  if (answer) {
    answer(request, response)
  } else {
    response.writeHead(404).end()
  }
}

const file =
  (bytes: Buffer, type: string, headers: Record<string, string> = {}): Answer =>
  (_request, response) => {
    response.writeHead(200, { 'content-type': type, ...headers }).end(bytes)
  }

const redirect =
  (location: string): Answer =>
  (_request, response) => {
    response.writeHead(307, { location }).end()
  }

let twilio: RemoteServer
let other: RemoteServer
const { baseUrl } = twilioClient.api

beforeAll(async () => {
  twilio = await startRemoteServer(listener)
  other = await startRemoteServer(listener)
  twilioClient.api.baseUrl = twilio.url
})

afterAll(async () => {
  twilioClient.api.baseUrl = baseUrl
  await Promise.all([twilio.close(), other.close()])
})

beforeEach(async () => {
  config.mediaAllowedHosts = []
  for (const known of [answers, authorizations]) {
    Object.keys(known).forEach((name) => delete known[name])
  }
  await emptyDatabase()
})

/** The customer sends files; what is known of them before they are fetched. */
const receive = async (urls: string[], contentType = 'image/jpeg') => {
  await recordInboundMessage(
    parseInboundMessage({
      MessageSid: newSid('MM'),
      From: CUSTOMER,
      To: OURS,
      Body: '',
      NumMedia: String(urls.length),
      ...Object.fromEntries(
        urls.flatMap((url, n) => [
          [`MediaUrl${n}`, url],
          [`MediaContentType${n}`, contentType],
        ])
      ),
    })
  )
  return db.media.findMany({ orderBy: { position: 'asc' } })
}

const find = (id: string) => db.media.findUniqueOrThrow({ where: { id } })

/** Sends one file at a path of Twilio's, fetches it for the last time, and tells what became of it. */
const fetchOne = async (answer: Answer, contentType?: string) => {
  answers['/file'] = answer
  const [{ id }] = await receive([`${twilio.url}/file`], contentType)
  await fetchMedia(id, true)
  const kept = await find(id)
  const stored = kept.fileId ? await findFile(id) : null
  return { ...kept, stored }
}

const bytesOf = async (id: string) => buffer(await mediaStorage.get(id))

const BASIC = `Basic ${Buffer.from(`${config.twilio.accountSid}:${config.twilio.authToken}`).toString('base64')}`

it('has its job in the commit that appends it, and is told as being fetched', async () => {
  const [media] = await receive([`${twilio.url}/file`])
  expect(media).toMatchObject({ fetching: true, fileId: null, problem: null })
  expect(await jobsOf(media)).toMatchObject([{ task: 'fetchMedia' }])
})

it('is kept, with our credentials for Twilio and without them where that redirects to', async () => {
  const bytes = await picture()
  answers['/file'] = redirect('/content?Signature=x')
  answers['/content?Signature=x'] = file(bytes, 'image/jpeg', {
    'content-disposition': 'inline; filename="view.jpg"',
  })
  const [{ id, messageId }] = await receive([`${twilio.url}/file`])
  const told = firstOf(1, listen(['messageStatusChanged']))
  await fetchMedia(id, false)
  expect(authorizations).toEqual({
    '/file': BASIC,
    '/content?Signature=x': undefined,
  })
  expect(await told).toMatchObject([{ messageId }])
  const media = await find(id)
  expect(media).toMatchObject({
    fetching: false,
    problem: null,
    contentType: 'image/jpeg',
    size: bytes.length,
    thumbnailId: null,
  })
  expect(await findFile(id)).toMatchObject({
    name: 'view.jpg',
    width: 40,
    height: 30,
  })
  expect(await bytesOf(media.fileId as string)).toEqual(bytes)
})

it('asks nobody but Twilio with our credentials', async () => {
  other.allow()
  answers['/file'] = file(await picture(), 'image/jpeg')
  const [{ id }] = await receive([`${other.url}/file`])
  await fetchMedia(id, false)
  expect(await find(id)).toMatchObject({ fetching: false, problem: null })
  expect(authorizations).toEqual({ '/file': undefined })
})

it('asks under TWILIO_API_BASE_URL for what lies at Twilio', async () => {
  const named = '/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1'
  answers[named] = file(PDF, 'application/pdf')
  const [{ id }] = await receive([`https://api.twilio.com${named}`])
  await fetchMedia(id, false)
  expect(await find(id)).toMatchObject({ contentType: 'application/pdf' })
  expect(authorizations[named]).toEqual(BASIC)
})

it.each([
  'http://127.0.0.1:1/latest/meta-data',
  'http://169.254.169.254/latest/meta-data',
  'http://[::1]:80/',
  'http://10.0.0.1/',
])('a redirect to a private address is not followed: %s', async (location) => {
  expect(await fetchOne(redirect(location))).toMatchObject({
    fetching: false,
    fileId: null,
    problem: 'Its address is not a public one.',
  })
})

it('a redirect to another host of this machine is not followed', async () => {
  answers['/secret'] = file(PDF, 'application/pdf')
  const { problem } = await fetchOne(redirect(`${other.url}/secret`))
  expect(problem).toEqual('Its address is not a public one.')
  expect(authorizations).not.toHaveProperty('/secret')
})

it.each<[string, Answer, string]>([
  [
    'redirects without an end',
    redirect('/file'),
    'Its address redirects without an end.',
  ],
  [
    'is gone',
    (_q, response) => void response.writeHead(410).end(),
    'It is not at Twilio (any more).',
  ],
  [
    'is forbidden',
    (_q, response) => void response.writeHead(403).end(),
    'Its server answered 403.',
  ],
  [
    'says that it is too large',
    (_q, response) =>
      void response
        .writeHead(200, { 'content-length': 26 * MB })
        .flushHeaders(),
    'It is larger than the 25 MB that are kept.',
  ],
  [
    'is too large and does not say so',
    (_q, response) => void response.writeHead(200).end(Buffer.alloc(26 * MB)),
    'It is larger than the 25 MB that are kept.',
  ],
])('what %s is given up at once', async (_what, answer, problem) => {
  answers['/file'] = answer
  const [{ id }] = await receive([`${twilio.url}/file`])
  await fetchMedia(id, false)
  expect(await find(id)).toMatchObject({
    fetching: false,
    fileId: null,
    problem,
  })
})

it.each<[string, Answer | undefined, string]>([
  ['is not there yet', undefined, 'It is not at Twilio (any more).'],
  [
    'breaks off',
    (_q, response) =>
      void response
        .writeHead(200, { 'content-length': 10 })
        .write('half', () => response.destroy()),
    'Its server can not be reached.',
  ],
  [
    'is of a server in trouble',
    (_q, response) => void response.writeHead(503).end(),
    'Its server answered 503.',
  ],
  ['is empty', file(Buffer.alloc(0), 'image/jpeg'), 'It is empty.'],
])(
  'what %s is tried again, and says why at last',
  async (_what, answer, problem) => {
    if (answer) {
      answers['/file'] = answer
    }
    const [{ id }] = await receive([`${twilio.url}/file`])
    await expect(fetchMedia(id, false)).rejects.toThrow(problem)
    expect(await find(id)).toMatchObject({ fetching: true, problem: null })
    const told = firstOf(1, listen(['messageStatusChanged']))
    await fetchMedia(id, true)
    await told
    expect(await find(id)).toMatchObject({ fetching: false, problem })
  }
)

describe('a voice note of a phone', () => {
  /** One second: fifty frames of 12.2 kbit/s, with something in each. */
  const AMR = Buffer.concat([
    Buffer.from('#!AMR\n'),
    ...Array.from({ length: 50 }, (_, n) =>
      Buffer.from([
        0x3c,
        ...Array.from({ length: 31 }, (_x, k) => (n * 37 + k * 11) % 256),
      ])
    ),
  ])

  it('becomes one that a browser plays', async () => {
    const kept = await fetchOne(
      file(AMR, 'audio/amr', {
        'content-disposition': 'attachment; filename="note.amr"',
      }),
      'audio/amr'
    )
    expect(kept).toMatchObject({
      contentType: 'audio/mpeg',
      stored: { name: 'note.mp3', contentType: 'audio/mpeg' },
    })
    const bytes = await bytesOf(kept.fileId as string)
    expect(await sniffType(bytes)).toEqual('audio/mpeg')
    // A second of 32 kbit/s, and what an encoder puts around it.
    expect(bytes.length).toBeGreaterThan(3_500)
    expect(bytes.length).toBeLessThan(6_000)
  })

  it('is kept as it came where there is no sound in it', async () => {
    const kept = await fetchOne(file(Buffer.from('#!AMR\n'), 'audio/amr'))
    expect(kept).toMatchObject({ contentType: 'audio/amr', size: 6 })
  })
})

it.each([
  'not an address',
  'data:text/html,x',
  'file:///etc/passwd',
  'ftp://example.com/a.png',
])('an address that is none is said to be none: %s', async (url) => {
  const [{ id }] = await receive([url])
  await fetchMedia(id, false)
  expect(await find(id)).toMatchObject({ problem: 'Its address is none.' })
})

it('of ten, the nine that load are there, whatever becomes of the tenth', async () => {
  answers['/file'] = file(await picture(), 'image/jpeg')
  const urls = Array.from({ length: 10 }, (_, n) =>
    n === 3 ? `${twilio.url}/none` : `${twilio.url}/file`
  )
  const all = await receive(urls)
  const results = await Promise.allSettled(
    all.map(({ id }) => fetchMedia(id, false))
  )
  expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(1)
  const kept = await Promise.all(all.map(({ id }) => find(id)))
  expect(kept.map(({ fetching }) => fetching)).toEqual(
    urls.map((_url, n) => n === 3)
  )
})

it('is kept once, however often it is fetched at once', async () => {
  answers['/file'] = file(await picture(), 'image/jpeg')
  const [{ id }] = await receive([`${twilio.url}/file`])
  await Promise.all(Array.from({ length: 4 }, () => fetchMedia(id, false)))
  expect(await db.storedFile.count()).toEqual(1)
  expect((await find(id)).fileId).toBeTruthy()
})

it('of a message that is not there any more asks nobody', async () => {
  await fetchMedia('01900000-0000-7000-8000-000000000000', false)
  expect(authorizations).toEqual({})
})

describe('its type is that of its bytes', () => {
  const page = Buffer.from('<!doctype html><script>alert(1)</script>')
  const drawing = Buffer.from('<?xml version="1.0"?><svg onload="alert(1)"/>')

  it.each<[string, string, Buffer]>([
    ['text/plain', 'image/jpeg', page],
    ['text/plain', 'image/svg+xml', drawing],
    ['text/plain', 'text/html', page],
    ['text/vcard', 'text/x-vcard', VCARD],
    ['application/pdf', 'image/png', PDF],
    ['audio/mpeg', 'text/html', MP3],
    ['video/mp4', 'video/mp4', MP4],
    ['audio/mp4', 'audio/mp4', MP4],
    ['application/octet-stream', 'image/jpeg', Buffer.from([0, 1, 2, 255])],
  ])('%s, though it says %s', async (contentType, claimed, bytes) => {
    expect(await fetchOne(file(bytes, claimed), claimed)).toMatchObject({
      contentType,
      problem: null,
    })
  })

  it('an image that can not be read is kept as it came', async () => {
    const broken = (await picture()).subarray(0, 200)
    expect(await fetchOne(file(broken, 'image/jpeg'))).toMatchObject({
      contentType: 'image/jpeg',
      size: 200,
      stored: { width: null },
    })
  })
})

describe('a picture', () => {
  it('that is large has a thumbnail, which is kept as long as it is', async () => {
    const sharp = (await import('sharp')).default
    const noise = await sharp({
      create: {
        width: 1600,
        height: 1200,
        channels: 3,
        background: 'teal',
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
      },
    })
      .jpeg()
      .withMetadata({ orientation: 6 })
      .toBuffer()
    const media = await fetchOne(file(noise, 'image/jpeg'))
    expect(media).toMatchObject({
      size: noise.length,
      stored: { width: 1200, height: 1600 },
    })
    const thumbnail = await db.storedFile.findUniqueOrThrow({
      where: { id: media.thumbnailId as string },
    })
    expect(thumbnail).toMatchObject({
      contentType: 'image/jpeg',
      width: 450,
      height: 600,
    })
    expect(thumbnail.size).toBeLessThan(noise.length / 4)
    await db.storedFile.updateMany({ data: { createdAt: new Date(0) } })
    expect(await pruneUploads()).toEqual(0)
  })

  it('of a kind that browsers do not show is made into one that they do', async () => {
    const heic = await readFile(
      path.join(__dirname, '../media/images/fixtures/photo.heic')
    )
    const media = await fetchOne(file(heic, 'image/heic'), 'image/heic')
    expect(media.contentType).toEqual('image/jpeg')
    expect(media.stored?.width).toBeGreaterThan(0)
  })
})

it('a film is kept whole, and told over GraphQL', async () => {
  const bytes = film(2 * MB)
  const { id, messageId } = await fetchOne(file(bytes, 'video/mp4'))
  const { data } = await ask(
    await keyFor('VIEWER'),
    `query ($id: ID!) { message(id: $id) { media { contentType size url thumbnailUrl fetching problem } } }`,
    { id: messageId }
  )
  expect(data.message.media).toEqual([
    {
      contentType: 'video/mp4',
      size: bytes.length,
      url: `/.redwood/functions/media/${id}`,
      thumbnailUrl: null,
      fetching: false,
      problem: null,
    },
  ])
})

it('what has lost its job gets another', async () => {
  const [media] = await receive([`${twilio.url}/file`])
  await db.$executeRaw`SELECT graphile_worker.remove_job(${`fetchMedia:${media.id}`})`
  expect(await sweepMedia()).toEqual(0)
  await db.media.update({
    where: { id: media.id },
    data: { createdAt: new Date(0) },
  })
  expect(await sweepMedia()).toEqual(1)
  expect(await jobsOf(media)).toHaveLength(1)
  expect(await sweepMedia()).toEqual(0)
  const { messages } = await conversationWith(CUSTOMER)
  expect(messages).toHaveLength(1)
})
