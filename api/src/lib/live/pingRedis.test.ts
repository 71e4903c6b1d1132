import type { Redis } from 'ioredis'

const clients: Partial<Redis>[] = []

jest.mock('ioredis', () => ({
  Redis: class {
    status = 'ready'
    on = () => this
    publish = async () => 1
    subscribe = async () => 1
    ping = jest.fn(async () => 'PONG')

    constructor() {
      clients.push(this as unknown as Redis)
    }
  },
}))

let pingRedis: typeof import('./pubSub').pingRedis
let withoutRedis: typeof import('./pubSub').pingRedis

beforeAll(() => {
  jest.isolateModules(() => {
    withoutRedis = require('./pubSub').pingRedis
  })
  process.env.REDIS_URL = 'redis://127.0.0.1:9'
  jest.isolateModules(() => {
    pingRedis = require('./pubSub').pingRedis
  })
  delete process.env.REDIS_URL
})

it('is there where Redis is configured, and only there', () => {
  expect(withoutRedis).toBeNull()
  expect(pingRedis).not.toBeNull()
})

it('asks Redis, and rejects at once while there is no connection', async () => {
  const [{ ping }] = clients
  await pingRedis?.()
  expect(ping).toHaveBeenCalledTimes(1)
  clients.forEach((client) => Object.assign(client, { status: 'reconnecting' }))
  await expect(pingRedis?.()).rejects.toThrow('Redis is away')
  expect(ping).toHaveBeenCalledTimes(1)
})
