import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { setTimeout as lasting } from 'node:timers/promises'

import { connect } from '../bench/database'

import { prepareDatabase } from './support/database'
import { startPostgres } from './support/postgres'
import { startProxy } from './support/proxy'
import { type Sender, startSending } from './support/sender'
import { startApi } from './support/startApi'
import { assertNothingLost } from './support/timeline'

const MESSAGES = 600
const CONNECTIONS = 20
const OUTAGE_MS = 5_000

const half = (sender: Sender) =>
  sender.until(({ acknowledged }) => acknowledged >= MESSAGES)

/** Nothing is acknowledged while the database is away, and every callback is answered. */
async function duringOutage(sender: Sender, ms: number) {
  // What was under way when it went is answered first.
  const { refused } = sender.tally
  await sender.until((tally) => tally.refused >= refused + CONNECTIONS)
  const before = { ...sender.tally }
  await lasting(ms)
  assert.equal(sender.tally.acknowledged, before.acknowledged, 'a false 2xx')
  assert.ok(sender.tally.refused > before.refused, 'answered meanwhile')
}

async function load(t: TestContext, log: string, databaseUrl: string) {
  const server = await startApi(t, log, { DATABASE_URL: databaseUrl })
  return {
    server,
    sender: startSending(t, server.origin, MESSAGES, CONNECTIONS),
  }
}

test('a database that is cut off costs 503s, and no acknowledged callback', async (t) => {
  const { url, client } = await prepareDatabase(t, MESSAGES)
  const proxy = await startProxy(url)
  t.after(proxy.close)
  const { server, sender } = await load(t, 'cut', proxy.url)

  await half(sender)
  await proxy.cut()
  await duringOutage(sender, OUTAGE_MS)
  await proxy.restore()

  const deliveries = await sender.done
  assert.equal(sender.tally.unanswered, 0, 'every callback was answered')
  assert.ok(server.isAlive(), 'no restart was needed')
  await assertNothingLost(client, deliveries)
})

test('a database that is stopped and started costs 503s, and no acknowledged callback', async (t) => {
  const postgres = await startPostgres(t)
  const { url, client } = await prepareDatabase(t, MESSAGES, postgres.url)
  // It would not outlive the server.
  await client.end()
  const { server, sender } = await load(t, 'stopped', url)

  await half(sender)
  postgres.stop()
  await duringOutage(sender, OUTAGE_MS)
  postgres.start()

  const deliveries = await sender.done
  assert.equal(sender.tally.unanswered, 0, 'every callback was answered')
  assert.ok(server.isAlive(), 'no restart was needed')
  const again = await connect(url)
  await assertNothingLost(again, deliveries)
  await again.end()
})

test('a database that falls silent costs 503s, and no acknowledged callback', async (t) => {
  const { url, client } = await prepareDatabase(t, MESSAGES)
  const proxy = await startProxy(url)
  t.after(proxy.close)
  const { server, sender } = await load(t, 'silent', proxy.url)

  await half(sender)
  proxy.silence()
  await sender.until(({ refused }) => refused >= CONNECTIONS)
  await proxy.restore()

  const deliveries = await sender.done
  assert.equal(sender.tally.unanswered, 0, 'every callback was answered')
  assert.ok(server.isAlive(), 'no restart was needed')
  await assertNothingLost(client, deliveries)
})
