import { connect } from 'node:net'

import fastify, { type FastifyInstance } from 'fastify'

import { config } from 'src/lib/config/config'

import { refuseForeignPages } from './refuseForeignPages'
import { addFunctionHeaders, addPageHeaders } from './securityHeaders'
import { SLOW_CLIENTS } from './slowClients'

const startServer = async (
  addHeaders: (server: FastifyInstance) => unknown,
  patience = {}
) => {
  const http: object = { ...SLOW_CLIENTS, ...patience }
  const server = fastify({ http, requestTimeout: SLOW_CLIENTS.requestTimeout })
  server.addHook('onRequest', refuseForeignPages)
  await addHeaders(server)
  server.all('/', async () => 'fine')
  const origin = await server.listen({ port: 0, host: '127.0.0.1' })
  return { server, origin }
}

describe('what answers', () => {
  let function_: Awaited<ReturnType<typeof startServer>>
  let page: Awaited<ReturnType<typeof startServer>>

  beforeAll(async () => {
    function_ = await startServer(addFunctionHeaders)
    page = await startServer(addPageHeaders)
  })

  afterAll(() => Promise.all([function_.server.close(), page.server.close()]))

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
    expect((await post(headers as never)).status).toEqual(200)
  })

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

/** What is answered to who sends that much, and then waits. */
const say = (port: number, text: string) =>
  new Promise<string>((resolve) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    socket.on('data', (data) => (answer += data))
    socket.on('error', () => {})
    socket.on('close', () => resolve(answer))
  })

it('headers of 64 KB are answered with 431, and a slow loris with 408', async () => {
  const { server } = await startServer(addFunctionHeaders, {
    headersTimeout: 200,
    connectionsCheckingInterval: 50,
  })
  const { port } = server.server.address() as { port: number }
  const start = 'POST / HTTP/1.1\r\nhost: localhost\r\n'
  const large = `${start}cookie: ${'x'.repeat(64 * 1024)}\r\n\r\n`
  expect(await say(port, large)).toMatch(/^HTTP\/1\.1 431 /)
  const lorises = await Promise.all(
    Array.from({ length: 200 }, () => say(port, start))
  )
  expect(new Set(lorises.map((answer) => answer.slice(0, 13)))).toEqual(
    new Set(['HTTP/1.1 408 '])
  )
  expect((await fetch(`http://127.0.0.1:${port}`)).status).toEqual(200)
  await server.close()
})
