import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as lasting } from 'node:timers/promises'

import { runBesideOthers } from '../bootstrap/prismaAdapter.mjs'

import { auditInTheEnd, missedInTheEnd } from './audit'
import { boundOf, REDIS_BOUND, watchConnections } from './connections'
import { subscribeEverybody } from './everybody'
import { anotherFleet, type Fleet, WITHOUT_REDIS } from './fleet'
import { showTable } from './showTable'
import { startTraffic } from './traffic'

/** What a migration may do while the version before it runs: it adds. */
const MIGRATION = `
  ALTER TABLE "ApiKey" ADD COLUMN "ofTheNextVersion" boolean;
  ALTER TABLE "Conversation" ADD COLUMN "ofTheNextVersion" int NOT NULL DEFAULT 0;
  ALTER TABLE "Message" ADD COLUMN "ofTheNextVersion" text;
  ALTER TABLE "StatusEvent" ADD COLUMN "ofTheNextVersion" text`

const SENDS_PER_SECOND = 100

/** Before, between and after. */
const STEADY_MS = 1_000

/** As `npm run migrate` does it. */
async function migrateBesideOthers({ database }: Fleet) {
  const client = await database.connect()
  await runBesideOthers(client, MIGRATION)
  client.release()
}

const inSeconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`

test(
  'an upgrade, one process after the other, under 200 callbacks/s and 100 sends/s: nothing lost, doubled or missed',
  { skip: WITHOUT_REDIS },
  async () => {
    const fleet = await anotherFleet()
    const subscribers = await subscribeEverybody(fleet)
    const connections = watchConnections(fleet)
    const began = performance.now()
    // Twilio calls back twice for each.
    const traffic = startTraffic(fleet, {
      name: 'Upgrade',
      send: { perSecond: SENDS_PER_SECOND },
      write: { perSecond: 5 },
      people: 10,
      laterEvery: 1e6,
    })
    await lasting(STEADY_MS)
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
    const lasted = (performance.now() - began) / 1000

    await traffic.done
    await fleet.simulator.control.idle()
    const missed = await missedInTheEnd(fleet, subscribers)
    const found = await auditInTheEnd(fleet, traffic)
    const { most, redis } = await connections.stop()
    subscribers.forEach(({ close }) => close())

    const perSecond = (n: number) => (n / lasted).toFixed(0)
    const gaps = subscribers.flatMap((subscriber) => subscriber.gaps)
    const { length } = traffic.sends
    showTable('rolling-upgrade.txt', [
      `upgrade in ${lasted.toFixed(0)} s under ${perSecond(length)} sends/s and ${perSecond(2 * length)} callbacks/s:`,
      `lost ${found.lost.length}, doubled ${found.doubled.length}, missed ${missed.length}; a stream was away for ${inSeconds(Math.max(...gaps))} at most`,
      `a send was answered after ${inSeconds(Math.max(...traffic.answeredAfter))} at most, the migration was done after ${inSeconds(migratedAfterMs)}`,
      `an API process was ready ${inSeconds(fleet.readyAfterMs)} after its start`,
      'connections at most (and their bound):',
      ...[...most].map(
        ([name, n]) => `  ${name.padEnd(9)} ${n} (${boundOf(name)})`
      ),
      `  Redis     ${redis} (${REDIS_BOUND})`,
    ])
    assert.deepEqual(
      { ...found, missed },
      { lost: [], doubled: [], missed: [] }
    )
    assert.ok(gaps.length >= subscribers.length / 2, 'streams were broken off')
    assert.deepEqual(
      [...most].filter(([name, n]) => n > boundOf(name)),
      []
    )
    assert.ok(redis <= REDIS_BOUND, `${redis} connections to Redis`)
  }
)
