import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'

import { recreateDatabase, withClient } from './database.mjs'
import { ensurePostgres } from './embeddedPostgres.mjs'
import { prepareEnv } from './env.mjs'
import { migrate } from './migrate.mjs'

const NAME = 'heliograph_migrate'

const empty = async () => {
  prepareEnv()
  return recreateDatabase(await ensurePostgres({ pickPort: true }), NAME)
}

after(async () => {
  const urlOf = await ensurePostgres({ pickPort: true })
  await withClient(urlOf('postgres'), (client) =>
    client.query(`DROP DATABASE IF EXISTS "${NAME}" WITH (FORCE)`)
  )
})

const STATES = `
  SELECT count(*)::int AS all, count(DISTINCT migration_name)::int AS different, count(finished_at)::int AS finished
  FROM _prisma_migrations`

const assertMigratedOnce = (url) =>
  withClient(url, async (client) => {
    const { rows } = await client.query(STATES)
    assert.ok(rows[0].all > 0)
    assert.deepEqual(rows[0], {
      all: rows[0].all,
      different: rows[0].all,
      finished: rows[0].all,
    })
  })

test('two at once bring a database up once', async () => {
  const url = await empty()
  await Promise.all([migrate(url), migrate(url)])
  await assertMigratedOnce(url)
})

const WAITS = `
  SELECT max(extract(epoch FROM clock_timestamp() - query_start))::float AS seconds FROM pg_stat_activity
  WHERE datname = current_database() AND wait_event_type = 'Lock' AND query NOT LIKE '%pg_advisory_lock%'`

/** How long somebody has waited for a lock, in seconds, until somebody waits for the second time. */
const longestOfTwoWaits = (url) =>
  withClient(url, async (client) => {
    let longest = 0
    let wasWaiting = false
    for (let begun = 0; begun < 2; ) {
      const { seconds } = (await client.query(WAITS)).rows[0]
      const isWaiting = seconds !== null
      begun += isWaiting && !wasWaiting ? 1 : 0
      wasWaiting = isWaiting
      longest = Math.max(longest, seconds ?? 0)
      await pause(50)
    }
    return longest
  })

test('who works with the database waits no longer than half a second for a migration, which tries again', async () => {
  const url = await empty()
  await withClient(url, async (other) => {
    // What a migration has to wait for: a table of the same name that may come to be, and does not.
    await other.query('BEGIN')
    await other.query('CREATE TABLE "Message" (id int)')
    const migrated = migrate(url)
    const longest = await longestOfTwoWaits(url)
    await other.query('ROLLBACK')
    await migrated
    // On a machine that has much else to do, it is noticed late.
    assert.ok(longest > 0 && longest < 2, `${longest} s`)
  })
  await assertMigratedOnce(url)
})
