import assert from 'node:assert/strict'
import { test } from 'node:test'

import { Redis } from 'ioredis'

import { findRedis } from './findRedis.mjs'
import { startRedis } from './startRedis'

const program = findRedis()

test(
  'a Redis that was killed is there again at the same address, with nothing of before',
  { skip: !program },
  async (t) => {
    const server = await startRedis(program as string)
    t.after(server.close)
    const client = new Redis(server.url).on('error', () => {})
    t.after(() => client.disconnect())
    await client.set('word', 'before')
    assert.equal(await server.connections(), 1)
    await server.stop('SIGKILL')
    await server.start()
    assert.equal(await client.get('word'), null)
  }
)

test(
  'one that stands still answers when it is woken',
  { skip: !program },
  async (t) => {
    const server = await startRedis(program as string)
    t.after(server.close)
    const client = new Redis(server.url)
    t.after(() => client.disconnect())
    await client.ping()
    server.freeze()
    let woken = false
    const answer = client.ping().then(() => assert.ok(woken))
    await new Promise((resolve) => setTimeout(resolve, 50))
    woken = true
    server.wake()
    await answer
  }
)
