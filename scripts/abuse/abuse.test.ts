import assert from 'node:assert/strict'
import { test } from 'node:test'

import { insertKey, insertUser } from '../accounts/accounts'
import { until } from '../faults/until'
import { createWorld } from '../faults/world'

import * as attacks from './attacks'
import { METRICS_TOKEN, readMetrics } from './metrics'
import { startWorking } from './work'

const OWNER = 'owner@heliograph.test'
const PASSWORD = 'an apple under the bridge'

/** Of each key. */
const STREAMS = 100

const MB = 1024 * 1024

const tally = (statuses: readonly (number | string | null)[]) =>
  Object.fromEntries(
    [...new Set(statuses)].map((status) => [
      String(status),
      statuses.filter((each) => each === status).length,
    ])
  )

const logIn = (url: string, address: string) =>
  fetch(`${url}/auth`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-forwarded-for': address,
    },
    body: JSON.stringify({
      method: 'login',
      username: OWNER,
      password: PASSWORD,
    }),
  })

test('one process serves who works, refuses and counts what it is abused with, and stays as small as it is', async (t) => {
  const world = await createWorld('heliograph_abuse')
  t.after(() => world.close())
  const api = await world.start({
    METRICS_TOKEN,
    STREAMS_PER_USER: `${STREAMS}`,
    LOG_LEVEL: 'fatal',
  })
  const { url } = api
  const { database } = world
  const [worker, stolen, admin] = await Promise.all([
    insertKey(database, 'AGENT'),
    insertKey(database, 'AGENT'),
    insertKey(database, 'ADMIN'),
    insertUser(database, OWNER, PASSWORD),
  ])
  const work = await startWorking(api, worker.key)
  await until('somebody works', async () => work.took.length > 2)
  const before = await readMetrics(url)

  const began = performance.now()
  const crawling = attacks.crawl(url, 300)
  t.after(crawling.close)
  const [streams, headers, data, logins, forged, nonsense, foreign] =
    await Promise.all([
      attacks.openStreams(url, stolen.key, 1_000),
      attacks.sendLargeHeaders(url, 100),
      attacks.sendBombs(url, stolen.key, 200),
      attacks.tryPasswords(url, OWNER, 60),
      attacks.forgeCallbacks(url, 700),
      attacks.sendNonsense(url, 40),
      attacks.postFromElsewhere(url, 50),
    ])
  t.after(streams.close)

  await t.test('it refuses', async () => {
    await until(
      'no more streams are open than may be',
      async () => streams.countOpen() <= STREAMS,
      20_000
    )
    assert.equal(streams.countOpen(), STREAMS)
    // Who still sends when the connection is closed may not hear why.
    const { null: unheard = 0, ...heard } = tally(headers)
    assert.deepEqual(heard, {
      'HTTP/1.1 431 Request Header Fields Too Large': 100 - unheard,
    })
    assert.equal(data, 0, 'no bomb has gone off')
    assert.deepEqual(tally(logins), { 400: 10, 429: 50 })
    // A machine that has much else to do needs more than the minute for which they are counted.
    const allowed = 600 * Math.ceil((performance.now() - began) / 60_000)
    const refused = tally(forged)
    assert.equal(refused[403] + (refused[429] ?? 0), 700)
    assert.ok(refused[403] <= allowed, `${refused[403]} of ${allowed}`)
    assert.deepEqual(tally(nonsense), { 400: 40 })
    assert.deepEqual(tally(foreign), { 403: 50 })
  })

  await t.test('the owner logs in, from elsewhere', async () => {
    assert.equal((await logIn(url, '203.0.113.5')).status, 200)
  })

  await t.test('a stolen key that is revoked ends its streams', async () => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${admin.key}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({
        query: `mutation { revokeApiKey(id: "${stolen.id}") { revokedAt } }`,
      }),
    })
    assert.equal(response.status, 200)
    await until(
      'its streams have ended',
      async () => streams.countOpen() === 0,
      20_000
    )
    const again = await attacks.openStreams(url, stolen.key, 5)
    await until('none begins', async () => again.countOpen() === 0, 20_000)
  })

  await t.test('it counts what it refused', async () => {
    // Who has not sent the headers in twenty seconds, looked at every five.
    const now = await until(
      'who is slow is gone',
      async () => {
        const metrics = await readMetrics(url)
        const slow = metrics('heliograph_refused_total{why="slow"}')
        return slow >= 200 && metrics
      },
      90_000
    )
    const more = (name: string) => now(name) - before(name)
    assert.equal(more('heliograph_refused_total{why="streams"}'), 900)
    assert.equal(more('heliograph_refused_total{why="headers"}'), 100)
    assert.equal(more('heliograph_refused_total{why="foreign_page"}'), 50)
    assert.equal(more('heliograph_login_failures_total{reason="wrong"}'), 10)
    assert.equal(
      more('heliograph_login_failures_total{reason="throttled"}'),
      50
    )
    const invalid = more('heliograph_graphql_errors_total')
    assert.ok(invalid >= 200, `${invalid} documents were refused`)
    const grown =
      now('process_resident_memory_bytes') -
      before('process_resident_memory_bytes')
    t.diagnostic(`grown by ${Math.round(grown / MB)} MB`)
    assert.ok(grown < 250 * MB, `grown by ${Math.round(grown / MB)} MB`)
  })

  await t.test('who works has been served all the while', async () => {
    await work.finish()
    const slowest = Math.round(Math.max(...work.took))
    t.diagnostic(`${work.took.length} sent, the slowest in ${slowest} ms`)
    assert.deepEqual(work.problems, [])
    assert.ok(work.took.length >= 20)
    assert.ok(api.isAlive())
  })
})
