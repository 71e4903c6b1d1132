import assert from 'node:assert/strict'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { test } from 'node:test'

import { connect, layOutMessages } from '../bench/database'
import { messageId } from '../bench/load/callbacks'
import { prepareEnv } from '../bootstrap/env.mjs'
import { migrate } from '../bootstrap/migrate.mjs'

import { besides, remake } from './support/backup'
import { installedPostgres, startInstalled } from './support/installedPostgres'

const MESSAGES = 200
const WAITS = messageId(7)

/** What a backup must bring back: rows, jobs, and what PostgreSQL holds besides tables. */
const CONTENTS = `
  SELECT
    (SELECT count(*)::int FROM "Message") AS messages,
    (SELECT count(*)::int FROM "StatusEvent") AS events,
    (SELECT json_agg(key) FROM graphile_worker.jobs) AS jobs,
    (SELECT count(*)::int FROM pg_proc WHERE pronamespace IN ('public'::regnamespace, 'installation'::regnamespace)) AS functions,
    (SELECT count(*)::int FROM pg_indexes WHERE schemaname = 'public') AS indexes,
    (SELECT count(*)::int FROM pg_trigger WHERE NOT tgisinternal) AS triggers`

const contents = async (url: string) => {
  const client = await connect(url)
  try {
    return (await client.query(CONTENTS)).rows[0]
  } finally {
    await client.end()
  }
}

const note = async (url: string) => {
  const client = await connect(url)
  try {
    const asked = await client.query('SELECT note_home(false) AS asked')
    const { rows } = await client.query(
      `SELECT status, (SELECT array_agg(key ORDER BY key) FROM graphile_worker.jobs) AS jobs
       FROM "Message" WHERE id = $1`,
      [WAITS]
    )
    return { asked: asked.rows[0].asked, ...rows[0] }
  } finally {
    await client.end()
  }
}

test(
  'the commands of docs/deploy.md bring back all of a database, which knows then that it was restored',
  { skip: !installedPostgres && 'there is no PostgreSQL with pg_dump' },
  async (t) => {
    prepareEnv()
    const { url, tool } = await startInstalled(t, installedPostgres as string)
    await remake(url, 'CREATE DATABASE heliograph')
    await migrate(url)
    const client = await connect(url)
    await layOutMessages(client, MESSAGES)
    await client.query(
      `UPDATE "Message" SET sid = NULL, status = 'PENDING' WHERE id = $1`,
      [WAITS]
    )
    await client.query(
      `SELECT graphile_worker.add_job('sendMessage', json_build_object('messageId', $1::text), job_key => 'sendMessage:' || $1)`,
      [WAITS]
    )
    await client.end()
    const before = await contents(url)
    assert.deepEqual(before.jobs, [`sendMessage:${WAITS}`])

    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'heliograph-dump-'))
    t.after(() => fs.rmSync(folder, { recursive: true }))
    const dump = path.join(folder, 'heliograph.dump')
    tool('pg_dump', '-Fc', '-f', dump, url)
    tool(
      'dropdb',
      '--force',
      '--maintenance-db',
      besides(url, 'postgres'),
      'heliograph'
    )
    tool('createdb', '--maintenance-db', besides(url, 'postgres'), 'heliograph')
    tool('pg_restore', '-d', url, '--no-owner', '--exit-on-error', dump)

    assert.deepEqual(await contents(url), before)
    // As it stands, nothing is to be migrated.
    await migrate(url)
    assert.deepEqual(await note(url), {
      asked: 1,
      status: 'UNCONFIRMED',
      jobs: ['compareChats', 'compareDay', `confirmMessage:${WAITS}`],
    })
    const again = await note(url)
    assert.equal(again.asked, null, 'once')
  }
)
