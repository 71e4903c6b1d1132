import assert from 'node:assert/strict'
import { test } from 'node:test'

import { freePort } from '../bench/servers/freePort'

import { prepareDatabase } from './support/database'
import { startSending } from './support/sender'
import { startApi } from './support/startApi'
import { assertNothingLost } from './support/timeline'

const MESSAGES = 800
const KILLS = 2

test('a server that is killed under load has lost nothing that it acknowledged', async (t) => {
  const { url, client } = await prepareDatabase(t, MESSAGES)
  const env = { DATABASE_URL: url }
  const port = await freePort()

  let server = await startApi(t, 'killed', env, port)
  const sender = startSending(t, server.origin, MESSAGES, 30)
  for (let kill = 1; kill <= KILLS; kill++) {
    const share = (2 * MESSAGES * kill) / (KILLS + 1)
    await sender.until(({ acknowledged }) => acknowledged >= share)
    await server.kill()
    server = await startApi(t, 'killed', env, port)
  }
  const deliveries = await sender.done

  assert.equal(sender.tally.acknowledged, 2 * MESSAGES)
  assert.ok(sender.tally.unanswered > 0, 'the kills struck callbacks')
  await assertNothingLost(client, deliveries)
})
