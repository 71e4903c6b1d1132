import http from 'node:http'
import type { AddressInfo } from 'node:net'

import fastify, { type FastifyInstance } from 'fastify'

type Close = typeof import('./closeServer')
type Draining = typeof import('./draining')
type Health = typeof import('src/functions/health/health')

let closing: Close
let health: Health['handler']
let server: FastifyInstance
let release = () => {}

beforeEach(async () => {
  // A process that drains does so until it ends.
  jest.resetModules()
  closing = jest.requireActual<Close>('./closeServer')
  health = jest.requireActual<Health>('src/functions/health/health').handler
  const { endConnectionsWhenDraining } =
    jest.requireActual<Draining>('./draining')
  server = fastify()
  endConnectionsWhenDraining(server)
  server.get('/', async () => 'answered')
  server.get('/slow', async () => {
    await new Promise<void>((resolve) => (release = resolve))
    return 'answered at last'
  })
  await server.listen({ port: 0, host: '127.0.0.1' })
})

const get = (path: string, agent: http.Agent) =>
  new Promise<{ connection?: string; body: string }>((resolve, reject) => {
    const { port } = server.server.address() as AddressInfo
    http
      .get({ host: '127.0.0.1', port, path, agent }, (response) => {
        let body = ''
        response.on('data', (more) => (body += more))
        response.on('end', () =>
          resolve({ connection: response.headers.connection, body })
        )
      })
      .on('error', reject)
  })

it('asks to be left alone before it stops, and answers meanwhile', async () => {
  const agent = new http.Agent({ keepAlive: true })
  expect(await get('/', agent)).toEqual({
    connection: 'keep-alive',
    body: 'answered',
  })
  await closing.drain()
  expect(await get('/', agent)).toEqual({
    connection: 'close',
    body: 'answered',
  })
  expect(await health({})).toMatchObject({ statusCode: 503 })
  expect(await health({ queryStringParameters: { live: '' } })).toMatchObject({
    statusCode: 200,
  })
  await closing.closeServer(server)
  agent.destroy()
})

it('answers what is in hand when it stops, and takes nothing new', async () => {
  const agent = new http.Agent({ keepAlive: true })
  const received = new Promise((resolve) =>
    server.server.once('request', resolve)
  )
  const slow = get('/slow', agent)
  await received
  const closed = closing.closeServer(server)
  await expect(get('/', new http.Agent())).rejects.toThrow('ECONNREFUSED')
  release()
  // Kept for a next request, the connection would keep the server from closing.
  expect(await slow).toEqual({ connection: 'close', body: 'answered at last' })
  await closed
  agent.destroy()
})
