import { once } from 'node:events'
import { connect } from 'node:net'

import fastify, { type FastifyInstance } from 'fastify'
import { GraphQLError } from 'graphql'

import { config } from 'src/lib/config/config'
import { registry } from 'src/lib/metrics/registry'

import { answerErrors } from './answerErrors'
import { guardGraphql } from './guardGraphql'
import { refuseBadAddresses } from './refuseBadAddresses'
import { refuseForeignPages } from './refuseForeignPages'
import { addFunctionHeaders, addPageHeaders } from './securityHeaders'
import { guardConnections, SLOW_CLIENTS } from './slowClients'

/** So soon somebody is gone who takes nothing of an answer. */
const SILENT_MS = 300

const refusals = async (why: string) => {
  const metric = registry.getSingleMetric('heliograph_refused_total')
  const { values } = await (metric as NonNullable<typeof metric>).get()
  return values.find(({ labels }) => labels.why === why)?.value ?? 0
}

const servers: FastifyInstance[] = []

// Also where a test has failed: one that is left open would keep Jest from ending.
afterAll(() => Promise.all(servers.map((server) => server.close())))

const startServer = async (
  addHeaders: (server: FastifyInstance) => unknown,
  {
    silentMs = SILENT_MS,
    ...patience
  }: { silentMs?: number; [setting: string]: number | undefined } = {}
) => {
  const http: object = { ...SLOW_CLIENTS, ...patience }
  const server = fastify({
    http,
    requestTimeout: SLOW_CLIENTS.requestTimeout,
    frameworkErrors: refuseBadAddresses,
  })
  server.removeAllContentTypeParsers()
  server.addContentTypeParser('*', (_request, _body, done) => done(null))
  server.addHook('onRequest', refuseForeignPages)
  server.addHook('onRequest', guardGraphql)
  answerErrors(server)
  guardConnections(server.server, silentMs)
  await addHeaders(server)
  server.all('/', async () => 'fine')
  server.all('/graphql', async () => 'fine')
  server.all('/graphql/stream', async () => 'fine')
  server.get('/large', async () => Buffer.alloc(50_000_000))
  server.get('/fails', async () => {
    throw new Error('connect ECONNREFUSED 10.0.0.1:5432')
  })
  server.get('/refused', async () => {
    const extensions = { http: { status: 405 } }
    throw new GraphQLError('A mutation is none for GET.', { extensions })
  })
  servers.push(server)
  const origin = await server.listen({ port: 0, host: '127.0.0.1' })
  return { server, origin }
}

/** What is answered to who sends that much, and then waits. */
const say = (port: number, text: string) =>
  new Promise<string>((resolve) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    socket.on('data', (data) => (answer += data))
    socket.on('error', () => {})
    socket.on('close', () => resolve(answer))
  })

describe('what answers', () => {
  let function_: Awaited<ReturnType<typeof startServer>>
  let page: Awaited<ReturnType<typeof startServer>>

  beforeAll(async () => {
    function_ = await startServer(addFunctionHeaders)
    page = await startServer(addPageHeaders)
  })

  it('tells browsers to run nothing else, and to be framed by nobody', async () => {
    for (const { origin } of [page, function_]) {
      const { headers } = await fetch(origin)
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toMatch(/(script|default)-src[^;]*unsafe/)
      expect(headers.get('x-content-type-options')).toEqual('nosniff')
      expect(headers.get('referrer-policy')).toEqual('same-origin')
      expect(headers.get('x-frame-options')).toEqual('DENY')
      expect(headers.has('strict-transport-security')).toEqual(
        config.publicOrigin.startsWith('https:')
      )
    }
  })

  const post = (headers: Record<string, string>, method = 'POST') =>
    fetch(function_.origin, { method, headers })

  it.each([
    ['of another site', { origin: 'https://evil.example' }],
    ['of nowhere', { origin: 'null' }],
    ['of another port', { origin: 'http://127.0.0.1:1' }],
    ['that hides where it is from', { 'sec-fetch-site': 'cross-site' }],
    ['of another subdomain', { 'sec-fetch-site': 'same-site' }],
  ])('a page %s does nothing by a login', async (_what, headers) => {
    const response = await post({
      cookie: 'session_8911=x',
      ...headers,
    } as never)
    expect(response.status).toEqual(403)
    expect((await response.json()).errors[0].extensions.code).toEqual(
      'FORBIDDEN'
    )
    // By a key, which it does not have, it could.
    const authorization = 'Bearer hg_key'
    const byKey = await post({ authorization, ...headers } as never)
    expect(byKey.status).toEqual(200)
  })

  it('a page of another origin logs nobody in as somebody else', async () => {
    const before = await refusals('foreign_page')
    const headers = { origin: 'null', 'content-type': 'text/plain' }
    expect((await post(headers)).status).toEqual(403)
    expect(await refusals('foreign_page')).toEqual(before + 1)
  })

  it('a page of another origin opens no stream by a login, and may be led here', async () => {
    const headers = { cookie: 'session_8911=x', origin: 'http://127.0.0.1:1' }
    const read = async (path: string) =>
      (await fetch(function_.origin + path, { headers })).status
    expect(await read('/graphql/stream?query={a}')).toEqual(403)
    expect(await read('/')).toEqual(200)
  })

  const json = { 'content-type': 'application/json' }

  it.each([
    ['by PUT', 405, 'PUT', '/graphql/stream', {}],
    ['by DELETE', 405, 'DELETE', '/graphql/stream?operationId=1', {}],
    [
      'on a stream that is reserved',
      400,
      'POST',
      '/graphql/stream',
      { ...json, 'x-graphql-event-stream-token': 'x' },
    ],
    ['by the token of one', 400, 'GET', '/graphql/stream?token=x', {}],
    [
      'by a form',
      415,
      'POST',
      '/graphql',
      { 'content-type': 'multipart/form-data; boundary=x' },
    ],
    [
      'by a simple form',
      415,
      'POST',
      '/graphql',
      { 'content-type': 'application/x-www-form-urlencoded' },
    ],
    ['by text', 415, 'POST', '/graphql', { 'content-type': 'text/plain' }],
    ['by nothing', 415, 'POST', '/graphql', {}],
    [
      'by JSON',
      200,
      'POST',
      '/graphql',
      { 'content-type': 'Application/JSON; charset=utf-8' },
    ],
    ['by GET', 200, 'GET', '/graphql/stream?query={a}', {}],
  ])(
    'GraphQL that is asked %s is answered with %d',
    async (_how, status, method, path, headers) => {
      const response = await fetch(function_.origin + path, {
        method,
        headers: headers as never,
      })
      expect(response.status).toEqual(status)
    }
  )

  it('a document that is refused before its stream is no error of ours', async () => {
    const response = await fetch(`${function_.origin}/refused`)
    expect(response.status).toEqual(405)
    expect((await response.json()).errors[0].message).toMatch(/mutation/)
  })

  it('what went wrong here is told to nobody', async () => {
    const response = await fetch(`${function_.origin}/fails`)
    expect(response.status).toEqual(500)
    expect(await response.json()).toEqual({
      errors: [
        {
          message: 'Something went wrong.',
          extensions: { code: 'INTERNAL_SERVER_ERROR' },
        },
      ],
    })
  })

  it('what is no address has the headers, too', async () => {
    for (const { origin } of [page, function_]) {
      const { port } = new URL(origin)
      const answer = await say(
        Number(port),
        'GET /% HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n'
      )
      expect(answer).toMatch(/^HTTP\/1\.1 400 /)
      expect(answer).toMatch(/x-content-type-options: nosniff/i)
      expect(answer).toMatch(/content-security-policy: /i)
    }
  })

  it.each([
    ['a length and chunks', 'content-length: 4\r\ntransfer-encoding: chunked'],
    ['two lengths', 'content-length: 4\r\ncontent-length: 5'],
    ['chunks that are none', 'transfer-encoding: xchunked'],
  ])(
    'a body with %s is refused, with all that follows it',
    async (_what, headers) => {
      const before = await refusals('malformed')
      const { port } = new URL(function_.origin)
      const answer = await say(
        Number(port),
        `POST / HTTP/1.1\r\nhost: x\r\n${headers}\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\nhost: x\r\n\r\n`
      )
      expect(answer.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 400'])
      expect(await refusals('malformed')).toEqual(before + 1)
    }
  )

  it('our own page does, at either port, and so does what is no browser', async () => {
    const cookie = 'session_8911=x'
    const statuses = await Promise.all(
      [
        { cookie, origin: config.publicOrigin },
        { cookie, origin: function_.origin },
        { cookie },
      ].map(async (headers) => (await post(headers as never)).status)
    )
    expect(statuses).toEqual([200, 200, 200])
  })
})

it('headers of 64 KB are answered with 431, and a slow loris with 408', async () => {
  const { server } = await startServer(addFunctionHeaders, {
    headersTimeout: 200,
    connectionsCheckingInterval: 50,
    // Far later, however busy the machine is: else they would be gone without an answer.
    silentMs: 60_000,
  })
  const { port } = server.server.address() as { port: number }
  const start = 'POST / HTTP/1.1\r\nhost: localhost\r\n'
  const large = `${start}cookie: ${'x'.repeat(64 * 1024)}\r\n\r\n`
  expect(await say(port, large)).toMatch(/^HTTP\/1\.1 431 /)
  const lorises = await Promise.all(
    Array.from({ length: 200 }, () => say(port, start))
  )
  expect(lorises.filter((answer) => !/^HTTP\/1\.1 408 /.test(answer))).toEqual(
    []
  )
  expect((await fetch(`http://127.0.0.1:${port}`)).status).toEqual(200)
  expect(await refusals('headers')).toBeGreaterThanOrEqual(1)
  expect(await refusals('slow')).toBeGreaterThanOrEqual(200)
})

it('who never says anything, or takes nothing of what is answered, is gone after a while', async () => {
  const { server } = await startServer(addFunctionHeaders)
  const { port } = server.server.address() as { port: number }
  const before = await refusals('silent')
  const ends = Array.from({ length: 20 }, (_, n) => {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => {})
    socket.pause()
    if (n % 2) {
      socket.write('GET /large HTTP/1.1\r\nhost: x\r\n\r\n')
    }
    return socket
  })
  const none = () =>
    new Promise<number>((resolve) =>
      server.server.getConnections((_error, count) => resolve(count))
    )
  while ((await refusals('silent')) < before + 20 || (await none()) > 0) {
    await new Promise(setImmediate)
  }
  ends.forEach((socket) => socket.destroy())
})

it('a connection that is kept for the next request, and ends, is no refusal', async () => {
  const { server } = await startServer(addFunctionHeaders)
  server.server.keepAliveTimeout = 1
  const { port } = server.server.address() as { port: number }
  const before = await refusals('silent')
  // Ended by the server, after the answer.
  const answer = await say(port, 'GET / HTTP/1.1\r\nhost: x\r\n\r\n')
  expect(answer).toMatch(/^HTTP\/1\.1 200 /)
  expect(await refusals('silent')).toEqual(before)
})

it('there are no more connections than there is room for, and those that are there go on', async () => {
  const { server } = await startServer(addFunctionHeaders)
  server.server.maxConnections = 5
  const { port } = server.server.address() as { port: number }
  const sockets = Array.from({ length: 5 }, () => connect(port, '127.0.0.1'))
  await Promise.all(sockets.map((socket) => once(socket, 'connect')))
  const request = 'GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n'
  expect(await say(port, request)).toEqual('')
  expect(await refusals('connections')).toBeGreaterThanOrEqual(1)
  sockets[0].write(request)
  const [data] = await once(sockets[0], 'data')
  expect(String(data)).toMatch(/^HTTP\/1\.1 200 /)
  sockets.forEach((socket) => socket.destroy())
})
