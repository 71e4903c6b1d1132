import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as lasting } from 'node:timers/promises'

import { auditInTheEnd, missedInTheEnd } from './audit'
import { boundOf, REDIS_BOUND, watchConnections } from './connections'
import { subscribeEverybody } from './everybody'
import { theFleet, WITHOUT_REDIS } from './fleet'
import { showTable } from './showTable'
import { startTraffic } from './traffic'

/** What a migration may do while the version before it runs: it adds. In one transaction, as Prisma does it. */
const MIGRATION = `
  BEGIN;
  SET LOCAL lock_timeout = '5s';
  ALTER TABLE "ApiKey" ADD COLUMN "ofTheNextVersion" boolean;
  ALTER TABLE "Conversation" ADD COLUMN "ofTheNextVersion" int NOT NULL DEFAULT 0;
  ALTER TABLE "Message" ADD COLUMN "ofTheNextVersion" text;
  ALTER TABLE "StatusEvent" ADD COLUMN "ofTheNextVersion" text;
  COMMIT`

const SENDS_PER_SECOND = 100

/** Before, between and after. */
const STEADY_MS = 1_000

const inSeconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`

test(
  'an upgrade, one process after the other, under 200 callbacks/s and 100 sends/s: nothing lost, doubled or missed',
  { skip: WITHOUT_REDIS },
  async () => {
    const fleet = await theFleet()
    const subscribers = await subscribeEverybody(fleet)
    const connections = watchConnections(fleet)
    const began = performance.now()
    // Twilio calls back twice for each.
    const traffic = startTraffic(fleet, {
      name: 'Upgrade',
      send: { perSecond: SENDS_PER_SECOND },
      write: { perSecond: 5 },
      people: 80,
      laterEvery: 10,
    })
    await lasting(STEADY_MS)
    await fleet.database.query(MIGRATION)
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
