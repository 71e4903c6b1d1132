import assert from 'node:assert/strict'
import { setTimeout as lasting } from 'node:timers/promises'

import { median, percentile } from '../bench/measure/statistics'
import { runBesideOthers } from '../bootstrap/prismaAdapter.mjs'

import { auditInTheEnd, type Findings, missedInTheEnd } from './audit'
import { boundOf, REDIS_BOUND, watchConnections } from './connections'
import { subscribeEverybody } from './everybody'
import { anotherFleet, type Fleet } from './fleet'
import { startTraffic } from './traffic'

/** What a migration may do while the version before it runs: it adds. */
const MIGRATION = `
  ALTER TABLE "ApiKey" ADD COLUMN "ofTheNextVersion" boolean;
  ALTER TABLE "Conversation" ADD COLUMN "ofTheNextVersion" int NOT NULL DEFAULT 0;
  ALTER TABLE "Message" ADD COLUMN "ofTheNextVersion" text;
  ALTER TABLE "StatusEvent" ADD COLUMN "ofTheNextVersion" text`

/** Before, between and after. */
const STEADY_MS = 1_000

/** As `npm run migrate` does it. */
async function migrateBesideOthers({ database }: Fleet) {
  const client = await database.connect()
  await runBesideOthers(client, MIGRATION)
  client.release()
}

export interface Upgrade extends Findings {
  missed: string[]
  /** Of all of it. */
  seconds: number
  sends: number
  /** Milliseconds that each send waited for its answer, and that each stream was away, each time. */
  answeredAfter: number[]
  gaps: number[]
  migratedAfterMs: number
  /** From the start of the first API process, on a machine that had nothing else to do, to its first good `health`. */
  readyAfterMs: number
  /** The most of each process, and of all to Redis. */
  connections: { most: Map<string, number>; redis: number }
  subscribers: number
}

interface UpgradeOptions {
  /** Twilio calls back twice for each. */
  sendsPerSecond: number
  /** Before the first process is replaced. */
  warmUpMs: number
}

/** A fleet's upgrade while it works: the database, then one process after the other. */
export async function upgrade({
  sendsPerSecond,
  warmUpMs,
}: UpgradeOptions): Promise<Upgrade> {
  const fleet = await anotherFleet()
  const subscribers = await subscribeEverybody(fleet)
  const connections = watchConnections(fleet)
  const began = performance.now()
  const traffic = startTraffic(fleet, {
    name: 'Upgrade',
    send: { perSecond: sendsPerSecond },
    write: { perSecond: 5 },
    people: 8,
    laterEvery: 10,
  })
  await lasting(warmUpMs)
  const migrating = performance.now()
  await migrateBesideOthers(fleet)
  const migratedAfterMs = performance.now() - migrating
  await lasting(STEADY_MS)
  for (const member of [...fleet.apis, ...fleet.workers]) {
    assert.equal(await member.end('SIGTERM'), 0, `${member.name} ended`)
    await member.start()
  }
  await lasting(STEADY_MS)
  traffic.stop()
  const seconds = (performance.now() - began) / 1000

  await traffic.done
  await fleet.simulator.control.idle()
  const missed = await missedInTheEnd(fleet, subscribers)
  const found = await auditInTheEnd(fleet, traffic)
  const counted = await connections.stop()
  subscribers.forEach(({ close }) => close())
  return {
    ...found,
    missed,
    seconds,
    sends: traffic.sends.length,
    answeredAfter: traffic.answeredAfter,
    gaps: subscribers.flatMap(({ gaps }) => gaps),
    migratedAfterMs,
    readyAfterMs: fleet.readyAfterMs,
    connections: counted,
    subscribers: subscribers.length,
  }
}

const inSeconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`

/** What an upgrade was like, for people. */
export function upgradeLines({
  lost,
  doubled,
  missed,
  seconds,
  sends,
  answeredAfter,
  gaps,
  migratedAfterMs,
  readyAfterMs,
  connections: { most, redis },
}: Upgrade): string[] {
  const rate = (n: number) => (n / seconds).toFixed(0)
  return [
    `upgrade in ${seconds.toFixed(0)} s under ${rate(sends)} sends/s and ${rate(2 * sends)} callbacks/s:`,
    `lost ${lost.length}, doubled ${doubled.length}, missed ${missed.length}`,
    `a stream was away for ${inSeconds(median(gaps))} (p50), ${inSeconds(Math.max(...gaps))} at most`,
    `a send was answered after ${inSeconds(median(answeredAfter))} (p50), ${inSeconds(percentile(answeredAfter, 0.99))} (p99), ${inSeconds(Math.max(...answeredAfter))} at most`,
    `the migration was done after ${inSeconds(migratedAfterMs)}; an API process was ready ${inSeconds(readyAfterMs)} after its start`,
    'connections at most (and their bound):',
    ...[...most].map(
      ([name, n]) => `  ${name.padEnd(9)} ${n} (${boundOf(name)})`
    ),
    `  Redis     ${redis} (${REDIS_BOUND})`,
  ]
}
