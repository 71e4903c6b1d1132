import fs from 'node:fs'
import { createRequire } from 'node:module'

import { withClient } from './database.mjs'
import { PlainError } from './errors.mjs'
import { inRoot } from './paths.mjs'
import { prisma } from './prismaClient.mjs'

const MIGRATIONS = inRoot('api', 'db', 'migrations')

const migrationNames = () =>
  fs.existsSync(MIGRATIONS)
    ? fs
        .readdirSync(MIGRATIONS, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
    : []

/** Asks the database itself: a tenth of a second, where Prisma's CLI needs one to say that nothing is to be done. */
const isUpToDate = (url) =>
  withClient(url, async (client) => {
    const table = "SELECT to_regclass('_prisma_migrations') AS name"
    if ((await client.query(table)).rows[0].name === null) {
      return false
    }
    const { rows } = await client.query(
      'SELECT migration_name AS name, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL'
    )
    // One that began and did not finish is Prisma's to explain.
    const finished = new Set(
      rows.filter((row) => row.finished_at).map((row) => row.name)
    )
    return (
      finished.size === rows.length &&
      migrationNames().every((name) => finished.has(name))
    )
  })

const OLDEST_POSTGRES = 15

const refuseOldServer = (url) =>
  withClient(url, async (client) => {
    const { rows } = await client.query('SHOW server_version_num')
    const major = Math.floor(rows[0].server_version_num / 10_000)
    if (major < OLDEST_POSTGRES) {
      throw new PlainError(
        `The server at DATABASE_URL is PostgreSQL ${major}: ${OLDEST_POSTGRES} or newer is needed.`
      )
    }
  })

/** The job queue keeps its tables in a schema of its own, and their migrations in its package. */
async function migrateJobs(url) {
  const require = createRequire(inRoot('api', 'package.json'))
  const { runMigrations } = require('graphile-worker')
  await runMigrations({ connectionString: url })
}

/** Of an advisory lock: who brings a database up. Prisma has one, too, and gives up after ten seconds. */
const LOCK = 72_830

const deploy = (url) =>
  withClient(url, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK])
    // Somebody else may have done it meanwhile.
    if (!(await isUpToDate(url))) {
      console.log('Migrating the database …')
      await prisma(['migrate', 'deploy'], { DATABASE_URL: url })
    }
  })

/** Brings a database to this version's schema, also while others work with it, and where several do so at once. */
export async function migrate(url = process.env.DATABASE_URL) {
  await refuseOldServer(url)
  if (!(await isUpToDate(url))) {
    await deploy(url)
  }
  await migrateJobs(url)
}
