import { once } from 'node:events'
import { connect } from 'node:net'

import { refusals, say, startServer } from 'test-support/hardServer'

import { config } from 'src/lib/config/config'

import { until } from '../../../../scripts/faults/until'

import { guardConnections } from './slowClients'

afterEach(() => jest.restoreAllMocks())

/** @param silentMs so soon somebody is gone who takes nothing of an answer */
const startGuarded = (silentMs = 300, patience = {}) =>
  startServer((server) => {
    guardConnections(server.server, silentMs)
    server.get('/large', async () => Buffer.alloc(50_000_000))
  }, patience)

it.each([
  ['a length and chunks', 'content-length: 4\r\ntransfer-encoding: chunked'],
  ['two lengths', 'content-length: 4\r\ncontent-length: 5'],
  ['chunks that are none', 'transfer-encoding: xchunked'],
])(
  'a body with %s is refused, with all that follows it',
  async (_what, headers) => {
    const before = await refusals('malformed')
    const { port } = await startGuarded()
    const answer = await say(
      port,
      `POST / HTTP/1.1\r\nhost: x\r\n${headers}\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\nhost: x\r\n\r\n`
    )
    expect(answer.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 400'])
    expect(await refusals('malformed')).toEqual(before + 1)
  }
)

it('headers of 64 KB are answered with 431, and a slow loris with 408', async () => {
  // Who is silent is gone far later, however busy the machine is: else they would be gone without an answer.
  const { port } = await startGuarded(60_000, {
    headersTimeout: 200,
    connectionsCheckingInterval: 50,
  })
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
  const { server, port } = await startGuarded()
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
  const open = () =>
    new Promise<number>((resolve) =>
      server.server.getConnections((_error, count) => resolve(count))
    )
  await until(
    'they are gone',
    async () =>
      (await refusals('silent')) >= before + 20 && (await open()) === 0
  )
  ends.forEach((socket) => socket.destroy())
})

it('a connection that is kept for the next request, and ends, is no refusal', async () => {
  const { server, port } = await startGuarded()
  server.server.keepAliveTimeout = 1
  const before = await refusals('silent')
  // Ended by the server, after the answer.
  const answer = await say(port, 'GET / HTTP/1.1\r\nhost: x\r\n\r\n')
  expect(answer).toMatch(/^HTTP\/1\.1 200 /)
  expect(await refusals('silent')).toEqual(before)
})

it('there are no more connections than there is room for, and those that are there go on', async () => {
  jest.replaceProperty(config, 'connections', 5)
  const before = await refusals('connections')
  const { port } = await startGuarded()
  const sockets = Array.from({ length: 5 }, () => connect(port, '127.0.0.1'))
  await Promise.all(sockets.map((socket) => once(socket, 'connect')))
  const request = 'GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n'
  expect(await say(port, request)).toEqual('')
  expect(await refusals('connections')).toEqual(before + 1)
  sockets[0].write(request)
  const [data] = await once(sockets[0], 'data')
  expect(String(data)).toMatch(/^HTTP\/1\.1 200 /)
  sockets.forEach((socket) => socket.destroy())
})
