import { rm } from 'node:fs/promises'
import { Readable } from 'node:stream'

import fastify, { type FastifyInstance } from 'fastify'
import { emptyDatabase } from 'test-support/emptyDatabase'
import { film, MP4, PDF, picture, VCARD } from 'test-support/files'
import { type Credentials, keyFor, NOBODY } from 'test-support/graphql'
import { logIn } from 'test-support/login'
import { saveMessage } from 'test-support/messages'
import { v7 as uuid } from 'uuid'

import { createUser } from 'src/lib/access/createUser'
import { config } from 'src/lib/config/config'
import { db } from 'src/lib/db'
import { signedLink } from 'src/lib/media/links/signedLink'
import { mediaStorage } from 'src/lib/media/storage/mediaStorage'

import { mediaRoutes } from './mediaRoutes'

const MB = 1024 * 1024

let server: FastifyInstance
let origin: string
const keys: Record<string, Credentials> = {}

beforeAll(async () => {
  server = fastify({ bodyLimit: 100 })
  server.register(mediaRoutes)
  origin = await server.listen({ port: 0, host: '127.0.0.1' })
})

beforeEach(async () => {
  await emptyDatabase()
  for (const role of ['VIEWER', 'AGENT', 'ADMIN'] as const) {
    keys[role] = await keyFor(role)
  }
})

afterAll(async () => {
  await server.close()
  await rm(config.mediaFolder, { recursive: true, force: true })
})

const post = (
  body: Buffer | undefined,
  type: string,
  { name = 'file', as = keys.AGENT } = {}
) =>
  fetch(`${origin}/media?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { 'content-type': type, ...as },
    body,
  })

/** What was kept. */
const upload = async (...args: Parameters<typeof post>) => {
  const response = await post(...args)
  expect(response.status).toEqual(201)
  return response.json()
}

const get = (path: string, headers: Credentials = keys.VIEWER) =>
  fetch(`${origin}/media/${path}`, { headers })

const errorOf = async (response: Response) => {
  const { errors } = await response.json()
  expect(errors).toHaveLength(1)
  return [response.status, errors[0].extensions.code, errors[0].message]
}

const codeOf = async (response: Response) =>
  (await errorOf(response)).slice(0, 2)

const logInAsMaya = async () => {
  const password = 'correct horse battery'
  const email = 'maya@example.com'
  await createUser({ email, password, role: 'AGENT' })
  const { cookie } = await logIn(email, password)
  return { cookie }
}

describe('an upload', () => {
  it('is kept, and told what it has become', async () => {
    const file = await upload(await picture(3000, 1000), 'image/jpeg', {
      name: 'view.jpeg',
    })
    expect(file).toEqual({
      id: expect.any(String),
      contentType: 'image/jpeg',
      size: expect.any(Number),
      name: 'view.jpeg',
      width: 2048,
      height: 683,
    })
    const response = await get(file.id)
    expect((await response.arrayBuffer()).byteLength).toEqual(file.size)
  })

  it('that is no picture has no size in pixels', async () => {
    expect(await upload(PDF, 'application/pdf', { name: 'menu.pdf' })).toEqual({
      id: expect.any(String),
      contentType: 'application/pdf',
      size: PDF.length,
      name: 'menu.pdf',
      width: null,
      height: null,
    })
  })

  it('has a name without folders', async () => {
    const name = '../../../etc/cron.d/menu.pdf'
    const file = await upload(PDF, 'application/pdf', { name })
    expect(file.name).toEqual('menu.pdf')
  })

  it('needs no name', async () => {
    const response = await fetch(`${origin}/media`, {
      method: 'POST',
      headers: { 'content-type': 'application/pdf', ...keys.AGENT },
      body: PDF,
    })
    expect(await response.json()).toMatchObject({ name: null })
  })

  it('may be larger than other bodies, up to 25 MB', async () => {
    expect(await upload(film(15 * MB), 'video/mp4')).toMatchObject({
      size: 15 * MB,
    })
    const jpeg = await picture()
    const padded = Buffer.concat([jpeg, Buffer.alloc(25 * MB - jpeg.length)])
    expect(await upload(padded, 'image/jpeg')).toMatchObject({ width: 40 })
  })

  it('of 26 MB is too large', async () => {
    expect(await errorOf(await post(film(26 * MB), 'video/mp4'))).toEqual([
      413,
      'BAD_USER_INPUT',
      'The file is larger than 25 MB.',
    ])
    expect(await db.storedFile.count()).toEqual(0)
  })

  it('that does not say how large it is, is too large all the same', async () => {
    const response = await fetch(`${origin}/media`, {
      method: 'POST',
      headers: { 'content-type': 'video/mp4', ...keys.AGENT },
      body: Readable.toWeb(Readable.from(Array(26).fill(film(MB)))),
      duplex: 'half',
    } as RequestInit)
    expect(response.status).toEqual(413)
  })

  it.each<[string, number, string, () => Promise<Buffer> | Buffer]>([
    ['nothing', 400, 'image/jpeg', () => Buffer.alloc(0)],
    ['a text', 400, 'image/jpeg', () => Buffer.from('a text')],
    [
      'half of a picture',
      400,
      'image/jpeg',
      async () => (await picture(500, 500)).subarray(0, 900),
    ],
    ['a page', 415, 'text/html', () => Buffer.from('<html></html>')],
    ['a form', 415, 'application/json', () => Buffer.from('{}')],
  ])('that is %s is refused with %i', async (_what, status, type, make) => {
    expect(await codeOf(await post(await make(), type))).toEqual([
      status,
      'BAD_USER_INPUT',
    ])
    expect(await db.storedFile.count()).toEqual(0)
  })

  it('has its file before its row', async () => {
    const put = jest.spyOn(mediaStorage, 'put').mockImplementation(async () => {
      throw new Error('the disk is full')
    })
    expect(await codeOf(await post(PDF, 'application/pdf'))).toEqual([
      500,
      'INTERNAL_SERVER_ERROR',
    ])
    expect(put).toHaveBeenCalled()
    expect(await db.storedFile.count()).toEqual(0)
  })

  it('belongs to who made it', async () => {
    const { id } = await upload(PDF, 'application/pdf')
    const { id: apiKeyId } = await db.apiKey.findFirstOrThrow({
      where: { role: 'AGENT' },
    })
    const session = await logInAsMaya()
    const mine = await upload(PDF, 'application/pdf', { as: session })
    const user = await db.user.findFirstOrThrow()
    const owners = await db.storedFile.findMany({ orderBy: { id: 'asc' } })
    expect(owners).toMatchObject([
      { id, apiKeyId, uploadedById: null },
      { id: mine.id, apiKeyId: null, uploadedById: user.id },
    ])
  })

  it.each([
    ['NOBODY', 401, 'UNAUTHENTICATED'],
    ['VIEWER', 403, 'FORBIDDEN'],
    ['AGENT', 201, null],
    ['ADMIN', 201, null],
  ])('by %s is answered with %i', async (who, status, code) => {
    const as = who === 'NOBODY' ? NOBODY : keys[who]
    const response = await post(PDF, 'application/pdf', { as })
    expect(response.status).toEqual(status)
    if (code) {
      expect(await codeOf(response)).toEqual([status, code])
    }
  })

  it('by a key that was revoked is refused', async () => {
    await db.apiKey.updateMany({ data: { revokedAt: new Date() } })
    expect((await post(PDF, 'application/pdf')).status).toEqual(401)
    expect((await get(uuid())).status).toEqual(401)
  })
})

describe('a file', () => {
  it.each<[string, string, Buffer, string, string]>([
    [
      'image/jpeg',
      'a.jpg',
      Buffer.alloc(0),
      'image/jpeg',
      'inline; filename="a.jpg"',
    ],
    ['video/mp4', 'a.mp4', MP4, 'video/mp4', 'inline; filename="a.mp4"'],
    [
      'application/pdf',
      'a.pdf',
      PDF,
      'application/pdf',
      'inline; filename="a.pdf"',
    ],
    [
      'text/vcard',
      'a.vcf',
      VCARD,
      'text/vcard',
      'attachment; filename="a.vcf"',
    ],
    [
      'application/pdf',
      'Grüße "€".pdf',
      PDF,
      'application/pdf',
      'inline; filename="Grüße \\"?\\".pdf"; filename*=UTF-8\'\'Gr%C3%BC%C3%9Fe%20%22%E2%82%AC%22.pdf',
    ],
  ])(
    'that is %s, %s',
    async (type, name, content, contentType, disposition) => {
      const bytes = content.length > 0 ? content : await picture()
      const { id } = await upload(bytes, type, { name })
      const response = await get(id)
      expect(response.status).toEqual(200)
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'content-type': contentType,
        'content-disposition': disposition,
        'x-content-type-options': 'nosniff',
        'cache-control': expect.stringMatching(/^private\b/),
        'content-security-policy': expect.stringMatching(
          /default-src 'none';.*\bsandbox\b/
        ),
      })
    }
  )

  it.each(['image/svg+xml', 'text/html', 'application/xhtml+xml', 'text/xml'])(
    'that came from elsewhere and is %s is saved, not shown',
    async (contentType) => {
      const id = uuid()
      await mediaStorage.put(id, Buffer.from('<script>'))
      await db.storedFile.create({ data: { id, contentType, size: 8 } })
      const { headers } = await get(id)
      expect(headers.get('content-disposition')).toEqual('attachment')
      expect(headers.get('x-content-type-options')).toEqual('nosniff')
    }
  )

  it('is found by the media of a message, too', async () => {
    const { id } = await upload(PDF, 'application/pdf')
    const message = await saveMessage()
    const media = await db.media.create({
      data: { messageId: message.id, position: 0, fileId: id },
    })
    expect(await (await get(media.id)).text()).toEqual(PDF.toString())
  })

  it('that is elsewhere is not here', async () => {
    const message = await saveMessage({ media: [{ url: 'https://a.test/b' }] })
    const media = await db.media.findFirstOrThrow({
      where: { messageId: message.id },
    })
    expect(await codeOf(await get(media.id))).toEqual([404, 'NOT_FOUND'])
  })

  it.each([
    uuid(),
    'nothing',
    '1',
    '%00',
    '..%2F..%2Fetc%2Fpasswd',
    "'; DROP TABLE",
  ])('that does not exist is 404: %s', async (id) => {
    expect(await codeOf(await get(id))).toEqual([404, 'NOT_FOUND'])
  })

  it('whose bytes are lost is 404', async () => {
    const { id } = await upload(PDF, 'application/pdf')
    await mediaStorage.delete(id)
    expect(await codeOf(await get(id))).toEqual([404, 'NOT_FOUND'])
  })

  it.each(['VIEWER', 'AGENT', 'ADMIN'])('opens for a %s', async (role) => {
    const { id } = await upload(PDF, 'application/pdf')
    expect((await get(id, keys[role])).status).toEqual(200)
  })

  it('opens for the session of a browser, which sends its cookie and nothing else', async () => {
    const { id } = await upload(PDF, 'application/pdf')
    expect((await get(id, await logInAsMaya())).status).toEqual(200)
  })

  it('opens for nobody else', async () => {
    const { id } = await upload(PDF, 'application/pdf')
    const strangers: Credentials[] = [
      NOBODY,
      { ...keys.VIEWER, authorization: 'Bearer hg_wrong' },
      { cookie: 'session_8911=forged; auth-provider=dbAuth' },
    ]
    for (const stranger of strangers) {
      expect(await codeOf(await get(id, stranger))).toEqual([
        401,
        'UNAUTHENTICATED',
      ])
    }
  })

  it('answers HEAD without the bytes', async () => {
    const { id } = await upload(PDF, 'application/pdf')
    const response = await fetch(`${origin}/media/${id}`, {
      method: 'HEAD',
      headers: keys.VIEWER,
    })
    expect(response.status).toEqual(200)
    expect(response.headers.get('content-length')).toEqual(String(PDF.length))
    expect(await response.text()).toEqual('')
  })
})

describe('a part of a file', () => {
  const text = '%PDF-0123456789'

  it.each([
    ['bytes=5-7', 206, '012', 'bytes 5-7/15'],
    ['bytes=-3', 206, '789', 'bytes 12-14/15'],
    ['bytes=12-', 206, '789', 'bytes 12-14/15'],
    ['bytes=12-100', 206, '789', 'bytes 12-14/15'],
    ['bytes=0-0,3-4', 200, text, null],
    ['lines=1-2', 200, text, null],
    ['nonsense', 200, text, null],
    ['bytes=15-', 416, '', 'bytes */15'],
  ])('%s', async (range, status, body, contentRange) => {
    const { id } = await upload(Buffer.from(text), 'application/pdf')
    const response = await get(id, { ...keys.VIEWER, range })
    expect(response.status).toEqual(status)
    expect(response.headers.get('content-range')).toEqual(contentRange)
    expect(response.headers.get('content-length')).toEqual(String(body.length))
    expect(await response.text()).toEqual(body)
  })
})

describe('a link', () => {
  const HOUR = 60 * 60 * 1000

  const linkTo = async (from = new Date()) => {
    const { id } = await upload(PDF, 'application/pdf')
    return new URL(signedLink(id, from))
  }

  const follow = ({ pathname, search }: URL, headers = NOBODY) =>
    get(pathname.split('/').pop() + search, headers)

  it('is at our public address', async () => {
    const { href } = await linkTo()
    expect(href).toMatch(
      /^https:\/\/inbox\.example\.com\/\.redwood\/functions\/media\/[\w-]{36}\?expires=\d+&signature=[\w-]{43}$/
    )
  })

  it('opens without a login', async () => {
    const response = await follow(await linkTo())
    expect(response.status).toEqual(200)
    expect(response.headers.get('content-type')).toEqual('application/pdf')
    expect(await response.text()).toEqual(PDF.toString())
  })

  it('expires after 48 hours', async () => {
    const fresh = await linkTo(new Date(Date.now() - 47.9 * HOUR))
    expect((await follow(fresh)).status).toEqual(200)
    const old = await linkTo(new Date(Date.now() - 48.1 * HOUR))
    expect(await codeOf(await follow(old))).toEqual([403, 'FORBIDDEN'])
  })

  it('that was tampered with opens nothing, also for who is logged in', async () => {
    const link = await linkTo()
    const other = await linkTo()
    const forgeries = [
      (url: URL) => url.searchParams.set('expires', '99999999999'),
      (url: URL) => url.searchParams.set('signature', 'A'.repeat(43)),
      (url: URL) => url.searchParams.set('signature', ''),
      (url: URL) => url.searchParams.delete('signature'),
      (url: URL) => url.searchParams.delete('expires'),
      (url: URL) => url.searchParams.append('expires', '99999999999'),
      (url: URL) => {
        url.pathname = other.pathname
      },
    ]
    for (const forge of forgeries) {
      const forged = new URL(link)
      forge(forged)
      expect((await follow(forged)).status).toEqual(403)
      expect((await follow(forged, keys.ADMIN)).status).toEqual(403)
    }
  })

  it('to what is not there is 404', async () => {
    expect(
      (await follow(new URL(signedLink(uuid(), new Date())))).status
    ).toEqual(404)
  })
})
