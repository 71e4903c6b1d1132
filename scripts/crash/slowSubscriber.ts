import assert from 'node:assert/strict'
import { once } from 'node:events'
import http from 'node:http'
import { test } from 'node:test'

import { createApiKey } from '../bench/database'

import { prepareDatabase } from './support/database'
import { startSending } from './support/sender'
import { startApi } from './support/startApi'
import { assertNothingLost } from './support/timeline'

/** Two changes each: more than any queue for one stream may hold. */
const MESSAGES = 650

/** Large events, so that what the system holds for the stream is soon full. */
const SUBSCRIPTION = `subscription {
  messageStatusChanged { id a: body b: body c: body d: body e: body }
}`

/** Opens a stream, and reads nothing of it, as a browser does that sleeps. */
async function sleepOn(origin: string, key: string) {
  const request = http.request(`${origin}/.redwood/functions/graphql/stream`, {
    method: 'POST',
    agent: false,
    headers: {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
      accept: 'text/event-stream',
    },
  })
  request.on('error', () => {})
  request.end(JSON.stringify({ query: SUBSCRIPTION }))
  const [response] = (await once(request, 'response')) as [http.IncomingMessage]
  response.on('error', () => {})
  assert.equal(response.statusCode, 200)
  return request
}

test('a subscriber that reads nothing takes neither the server nor a callback with it', async (t) => {
  const { url, client } = await prepareDatabase(t, MESSAGES)
  await client.query(`UPDATE "Message" SET body = repeat('x', 20000)`)
  const server = await startApi(t, 'slow', { DATABASE_URL: url })
  const stream = await sleepOn(server.origin, await createApiKey(client))
  t.after(() => stream.destroy())

  const sender = startSending(t, server.origin, MESSAGES, 20)
  await sender.until(
    ({ acknowledged, unanswered }) =>
      acknowledged === 2 * MESSAGES || unanswered > 0
  )

  assert.ok(server.isAlive(), 'the server is there')
  assert.equal(sender.tally.refused + sender.tally.unanswered, 0)
  const deliveries = await sender.done
  await assertNothingLost(client, deliveries)
})
