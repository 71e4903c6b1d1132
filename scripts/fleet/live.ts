import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { type TestContext, test } from 'node:test'

import { until } from '../faults/until'

import { auditInTheEnd, missedInTheEnd } from './audit'
import { ask } from './client'
import { resumed, subscribeEverybody } from './everybody'
import { type Fleet, theFleet, WITHOUT_REDIS } from './fleet'
import { INBOX, subscribe } from './subscriber'
import { startTraffic } from './traffic'

const insertKey = async ({ database }: Fleet, role: string) => {
  const key = `hg_${randomBytes(32).toString('base64url')}`
  const { rows } = await database.query<{ id: string }>(
    `INSERT INTO "ApiKey" (id, name, role, hash, prefix)
     VALUES (gen_random_uuid(), 'fleet', $1::"Role", $2, 'hg') RETURNING id`,
    [role, createHash('sha256').update(key).digest('hex')]
  )
  return { key, id: rows[0].id }
}

const listenOn = async (
  t: TestContext,
  fleet: Fleet,
  n: 0 | 1,
  key: string
) => {
  const { name, url } = fleet.apis[n]
  const urls = [url as string]
  const subscriber = subscribe(name, [INBOX], urls, fleet.balancer.url, key)
  t.after(subscriber.close)
  await until('it listens', async () => subscriber.isCaughtUp())
  return subscriber
}

const SEND = `mutation ($to: String!) { sendSms(to: $to, body: "Elsewhere") { id } }`

test(
  'what happens by one process is told by the others',
  { skip: WITHOUT_REDIS },
  async (t) => {
    const fleet = await theFleet()
    const [a, b] = fleet.apis
    const here = await listenOn(t, fleet, 0, fleet.key)
    const openings = here.caughtUp.length
    const to = '+14155552001'
    const { sendSms } = await ask<{ sendSms: { id: string } }>(
      b.url as string,
      fleet.key,
      SEND,
      { to }
    )
    await until(
      `who listens on ${a.name} hears of the message and its end`,
      async () => here.known.get(sendSms.id)?.status === 'DELIVERED'
    )
    assert.equal(here.caughtUp.length, openings, 'by the one stream')
  }
)

test(
  'a key that is revoked by one process ends its streams on the other, at once, and no others',
  { skip: WITHOUT_REDIS },
  async (t) => {
    const fleet = await theFleet()
    const admin = await insertKey(fleet, 'ADMIN')
    const revoked = await insertKey(fleet, 'AGENT')
    const goes = await listenOn(t, fleet, 0, revoked.key)
    const stays = await listenOn(t, fleet, 0, fleet.key)
    const openings = stays.caughtUp.length
    const began = performance.now()
    await ask(
      fleet.apis[1].url as string,
      admin.key,
      'mutation ($id: ID!) { revokeApiKey(id: $id) { id } }',
      { id: revoked.id }
    )
    await until('its stream has ended', async () => !goes.isCaughtUp())
    // By itself, a process looks every 15 s.
    assert.ok(performance.now() - began < 10_000)
    assert.equal(stays.caughtUp.length, openings)
  }
)

test(
  'an address without a signature may ask so often in all, not so often each process',
  { skip: WITHOUT_REDIS },
  async () => {
    const { apis, perMinute } = await theFleet()
    const forge = async (n: number) => {
      const url = `${apis[n % 2].url}/twilioCallback`
      const headers = { 'x-twilio-signature': 'forged' }
      const response = await fetch(url, { method: 'POST', headers })
      return response.status
    }
    const statuses = await Promise.all(
      Array.from({ length: perMinute + 20 }, (_, n) => forge(n))
    )
    const refused = statuses.filter((status) => status === 429)
    assert.equal(refused.length, 20)
  }
)

test(
  'a process that starts without Redis answers, and misses nothing once it is there',
  { skip: WITHOUT_REDIS },
  async (t) => {
    const fleet = await theFleet()
    const [a, b] = fleet.apis
    await a.end('SIGTERM')
    await fleet.redis.stop()
    await a.start()
    const health = await (await fetch(`${a.url}/health`)).json()
    assert.equal(health.status, 'degraded')
    const here = await listenOn(t, fleet, 0, fleet.key)
    await listenOn(t, fleet, 1, fleet.key)

    const to = '+14155552002'
    const { sendSms } = await ask<{ sendSms: { id: string } }>(
      b.url as string,
      fleet.key,
      SEND,
      { to }
    )
    const began = performance.now()
    await fleet.redis.start()
    await resumed([here], began)
    await until(
      'it knows what was not told',
      async () => here.known.get(sendSms.id)?.status === 'DELIVERED'
    )
  }
)

test(
  'a Redis that stands still keeps nobody waiting, and nobody misses what happened meanwhile',
  { skip: WITHOUT_REDIS },
  async (t) => {
    const fleet = await theFleet()
    const subscribers = await subscribeEverybody(fleet)
    t.after(() => subscribers.forEach(({ close }) => close()))
    fleet.redis.freeze()
    t.after(fleet.redis.wake)
    const traffic = startTraffic(fleet, {
      name: 'Frozen',
      send: { amount: 20, perSecond: 20 },
      write: { amount: 10, perSecond: 10 },
      people: 24,
      laterEvery: 4,
    })
    await traffic.done
    const found = await auditInTheEnd(fleet, traffic)
    assert.deepEqual(found, { lost: [], doubled: [] })
    fleet.redis.wake()
    assert.deepEqual(await missedInTheEnd(fleet, subscribers), [])
  }
)
