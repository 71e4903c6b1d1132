import type { Client } from 'pg'

import { watchDatabaseCpu } from '../database'
import { fire } from '../load/fire'
import { firePaced } from '../load/firePaced'
import { percentile } from '../measure/statistics'
import type { Server } from '../servers/server'

import { messagesOfMany, messagesOfOne, NEW_NUMBER } from './messages'

/** How one server fared. */
export interface InboundSummary {
  /** Messages that came in a second, as they were sent. */
  perSecond: number
  /** Milliseconds until TwiML was there. */
  p50: number
  p99: number
  slowest: number
  failed: number
  /** Seconds for 1,000 messages, of its own process. */
  cpu: number
  /** Of the database. */
  databaseCpu: number
  /** Messages that are not there exactly once, and conversations of the new number beyond the first. */
  inexact: number
}

const RATE = 200
const CONNECTIONS = 20
/** From one number that is new, at once, in the midst of the others. */
const AT_ONCE = 50

const forget = (client: Client) =>
  client.query(
    'TRUNCATE "Contact", "Conversation", "Message", "StatusEvent", "Media" RESTART IDENTITY CASCADE; CHECKPOINT'
  )

const countInexact = async (client: Client, expected: number) => {
  const { rows } = await client.query<{
    messages: number
    sids: number
    talks: number
    ofNew: number
  }>(
    `SELECT (SELECT count(*)::int FROM "Message") AS messages, (SELECT count(DISTINCT sid)::int FROM "Message") AS sids,
       count(*)::int AS talks, coalesce(sum("messageCount"), 0)::int AS "ofNew"
     FROM "Conversation" c JOIN "Contact" ON "Contact".id = c."contactId" WHERE address = $1`,
    [NEW_NUMBER]
  )
  const [{ messages, sids, talks, ofNew }] = rows
  return (
    Math.abs(messages - expected) +
    (messages - sids) +
    Math.abs(talks - 1) +
    Math.abs(ofNew - AT_ONCE)
  )
}

/** Messages at a steady rate, and among them many of somebody new at once. */
export async function measureInbound(
  server: Server,
  client: Client,
  seconds: number
): Promise<InboundSummary> {
  const { origin } = server
  const many = messagesOfMany(RATE * seconds)
  const one = messagesOfOne(AT_ONCE)
  // Unmeasured: code is loaded and compiled by what it does first.
  const warmUp = { origin, requests: many, connections: CONNECTIONS }
  await fire({ ...warmUp, amount: RATE * 2 })
  await forget(client)

  const before = await server.usage()
  const databaseCpu = await watchDatabaseCpu(client)
  const steady = firePaced(origin, many, RATE)
  await new Promise((resolve) => setTimeout(resolve, (seconds / 2) * 1000))
  const burst = await fire({
    origin,
    requests: one,
    connections: AT_ONCE,
    amount: AT_ONCE,
  })
  const rest = await steady
  const databaseCpuSeconds = await databaseCpu()
  const after = await server.usage()

  const latencies = [...rest.latencies, ...burst.latencies]
  const cpuSeconds = after.cpuSeconds - before.cpuSeconds
  const isOurs = server.name === 'ours'
  const expected = many.length + AT_ONCE
  return {
    perSecond: rest.latencies.length / rest.seconds,
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
    slowest: Math.max(...latencies),
    failed: rest.failed + burst.failed,
    cpu: (cpuSeconds / latencies.length) * 1000,
    databaseCpu: (databaseCpuSeconds / latencies.length) * 1000,
    inexact: isOurs ? await countInexact(client, expected) : 0,
  }
}
