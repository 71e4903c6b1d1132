import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'

import { createApiKey } from '../bench/database'
import { AUTH_TOKEN } from '../bench/load/callbacks'
import { freePort } from '../bench/servers/freePort'
import type { Server } from '../bench/servers/server'
import { createSimulator } from '../simulator/createSimulator'

import { type CrashDatabase, prepareDatabase } from './support/database'
import { startRedis } from './support/redis'
import { startSending } from './support/sender'
import { startApi } from './support/startApi'
import { assertNothingLost } from './support/timeline'

const MESSAGES = 500
const CONNECTIONS = 20

const SEND = `mutation ($to: String!) { sendSms(to: $to, body: "Hello") { id status } }`

/** The production server with a Redis that is named, and a Twilio that sends. */
async function startWithRedis(t: TestContext, log: string, redisUrl: string) {
  const database = await prepareDatabase(t, MESSAGES)
  const simulator = createSimulator({ account: { authToken: AUTH_TOKEN } })
  await simulator.listen()
  t.after(() => simulator.close())
  const server = await startApi(t, log, {
    DATABASE_URL: database.url,
    REDIS_URL: redisUrl,
    TWILIO_ACCOUNT_SID: simulator.account.accountSid,
    TWILIO_API_BASE_URL: simulator.url,
  })
  return { server, database }
}

/** A mutation publishes too. */
async function assertMutationWorks(
  { origin }: Server,
  { client }: CrashDatabase
) {
  const key = await createApiKey(client, 'AGENT')
  const response = await fetch(`${origin}/.redwood/functions/graphql`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ query: SEND, variables: { to: '+14155550199' } }),
  })
  const { data, errors } = (await response.json()) as {
    data?: { sendSms: { id: string; status: string } }
    errors?: unknown
  }
  assert.equal(errors, undefined)
  assert.match(data?.sendSms.status ?? '', /^(ACCEPTED|QUEUED|SENDING|SENT)$/)
  await client.query('DELETE FROM "Message" WHERE id = $1', [data?.sendSms.id])
}

test('without the Redis that it is told of, every callback is acknowledged and a message is sent', async (t) => {
  const nobody = `redis://127.0.0.1:${await freePort()}`
  const { server, database } = await startWithRedis(t, 'redis_absent', nobody)

  const { done, tally } = startSending(t, server.origin, MESSAGES, CONNECTIONS)
  await assertMutationWorks(server, database)
  const deliveries = await done

  assert.equal(tally.refused + tally.unanswered, 0)
  assert.ok(server.isAlive())
  await assertNothingLost(database.client, deliveries)
})

test('a Redis that dies under load fails no callback and no mutation', async (t) => {
  const redis = await startRedis()
  t.after(redis.die)
  const { server, database } = await startWithRedis(t, 'redis_dies', redis.url)

  const sender = startSending(t, server.origin, MESSAGES, CONNECTIONS)
  await redis.published
  await sender.until(({ acknowledged }) => acknowledged >= MESSAGES / 2)
  await redis.die()
  await assertMutationWorks(server, database)
  const deliveries = await sender.done

  assert.equal(sender.tally.refused + sender.tally.unanswered, 0)
  assert.ok(server.isAlive())
  await assertNothingLost(database.client, deliveries)
})
