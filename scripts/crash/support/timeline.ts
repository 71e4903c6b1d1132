import assert from 'node:assert/strict'

import type { Client } from 'pg'

import { prove } from '../../bench/database'
import { messageSid } from '../../bench/load/callbacks'

import type { Delivery } from './sender'

/** How often each callback is in its message's timeline, by SID and status. */
async function eventsByCallback(client: Client) {
  const { rows } = await client.query<{ key: string; count: number }>(
    `SELECT e.sid || ' ' || e.status AS key, count(*)::int AS count
     FROM "StatusEvent" e JOIN "Message" m ON m.id = e."messageId" AND m.sid = e.sid
     WHERE e.source = 'CALLBACK' GROUP BY 1`
  )
  return new Map(rows.map(({ key, count }) => [key, count]))
}

/**
 * What was acknowledged is there: once where it was brought once, and at most as often as it was brought (an answer may
 * be lost after the commit). And every message ended where it must.
 */
export async function assertNothingLost(
  client: Client,
  deliveries: Delivery[]
) {
  const events = await eventsByCallback(client)
  for (const { message, status, answers } of deliveries) {
    const key = `${messageSid(message)} ${status.toUpperCase()}`
    const count = events.get(key) ?? 0
    const acknowledged = answers.filter((answer) => answer === 204).length
    assert.ok(
      count >= acknowledged && count <= answers.length,
      `${key} was answered ${answers} and is there ${count} times`
    )
  }
  const { wrong } = await prove(client)
  assert.equal(wrong, 0, 'messages in a wrong status')
  const { rows } = await client.query<{ status: string }>(
    'SELECT DISTINCT status FROM "Message"'
  )
  assert.deepEqual(rows, [{ status: 'DELIVERED' }])
}
