import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'

import { insertKey } from '../accounts/accounts'
import { until } from '../faults/until'
import { createWorld } from '../faults/world'

import { openStreams } from './attacks'
import { METRICS_TOKEN, readMetrics } from './metrics'
import { startWorking } from './work'

/** Of one process, and of one key: the defaults of STREAMS and STREAMS_PER_USER. */
const MOST = 5_000
const PER_KEY = 200
const ASKED_FOR = 10_000

const KB = 1024

/** More than six times what one was seen to take. */
const MOST_OF_A_STREAM = 256 * KB

test('of ten thousand idle streams a process keeps those that it may, and serves who works', async (t) => {
  const world = await createWorld('heliograph_idle_streams')
  t.after(() => world.close())
  const api = await world.start({ METRICS_TOKEN, LOG_LEVEL: 'fatal' })
  const { url } = api
  const { database } = world
  const worker = await insertKey(database, 'AGENT')
  const work = await startWorking(api, worker.key)
  const keys = await Promise.all(
    Array.from({ length: ASKED_FOR / PER_KEY }, () =>
      insertKey(database, 'VIEWER')
    )
  )
  await until('somebody works', async () => work.took.length > 2)
  const before = await readMetrics(url)

  const idle = `subscription { newMessage(conversationId: "${randomUUID()}") { id } }`
  const opened: Awaited<ReturnType<typeof openStreams>>[] = []
  t.after(() => opened.forEach(({ close }) => close()))
  for (const { key } of keys) {
    opened.push(await openStreams(url, key, PER_KEY, idle))
  }
  const countOpen = () =>
    opened.reduce((sum, each) => sum + each.countOpen(), 0)
  // One is that of who works.
  await until('no more are open', async () => countOpen() < MOST, 30_000)
  assert.equal(countOpen(), MOST - 1)

  const worked = work.took.length
  await until('somebody goes on', async () => work.took.length > worked + 20)
  const now = await readMetrics(url)
  const more = (name: string) => now(name) - before(name)
  assert.equal(
    more('heliograph_refused_total{why="streams"}'),
    ASKED_FOR - MOST + 1
  )
  const each = more('process_resident_memory_bytes') / MOST
  t.diagnostic(`${Math.round(each / KB)} KB for each stream`)
  assert.ok(each < MOST_OF_A_STREAM)

  assert.equal(countOpen(), MOST - 1)
  await work.finish()
  const slowest = Math.round(Math.max(...work.took))
  t.diagnostic(`${work.took.length} sent, the slowest in ${slowest} ms`)
  assert.deepEqual(work.problems, [])
})
