import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'

import { insertKey, insertUser } from '../accounts/accounts'
import { until } from '../faults/until'

import { auditInTheEnd, missedInTheEnd } from './audit'
import { ask } from './client'
import { resumed, subscribeEverybody } from './everybody'
import { type Fleet, theFleet, WITHOUT_REDIS } from './fleet'
import { INBOX, subscribe } from './subscriber'
import { startTraffic } from './traffic'

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
    const admin = await insertKey(fleet.database, 'ADMIN')
    const revoked = await insertKey(fleet.database, 'AGENT')
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

const PASSWORD = 'an apple under the bridge'

/** Somebody who has logged in by the page; says where they are. */
const logIn = async (fleet: Fleet, n: 0 | 1, email: string) => {
  const { url } = fleet.apis[n]
  await insertUser(fleet.database, email, PASSWORD)
  const login = { method: 'login', username: email, password: PASSWORD }
  const json = { 'content-type': 'application/json' }
  const { headers } = await fetch(`${url}/auth`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify(login),
  })
  const cookie = headers.getSetCookie().map((each) => each.split(';')[0])
  return async (conversationId: string | null) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: {
        ...json,
        cookie: cookie.join('; '),
        'auth-provider': 'dbAuth',
        authorization: 'Bearer session',
      },
      body: JSON.stringify({
        query: `mutation ($conversationId: ID) { setPresence(conversationId: $conversationId, isTyping: true) }`,
        variables: { conversationId },
      }),
    })
    const { data } = await response.json()
    assert.deepEqual(data, { setPresence: true })
  }
}

const PRESENCE = `query ($id: ID!) { presence(conversationId: $id) { isTyping user { email } } }`

test(
  'who is where at one process is seen at the others, and gone when they have left',
  { skip: WITHOUT_REDIS },
  async () => {
    const fleet = await theFleet()
    const [a] = fleet.apis
    const { sendSms } = await ask<{
      sendSms: { conversation: { id: string } }
    }>(
      a.url as string,
      fleet.key,
      `mutation { sendSms(to: "+14155552003", body: "Who is there?") { conversation { id } } }`
    )
    const { id } = sendSms.conversation
    const seen = async () =>
      JSON.stringify(
        (
          await ask<{ presence: unknown }>(
            a.url as string,
            fleet.key,
            PRESENCE,
            { id }
          )
        ).presence
      )
    const email = 'ada@heliograph.test'
    const go = await logIn(fleet, 1, email)
    await go(id)
    const expected = JSON.stringify([{ isTyping: true, user: { email } }])
    await until('she is seen', async () => (await seen()) === expected)
    await go(null)
    await until('she is gone', async () => (await seen()) === '[]')
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
