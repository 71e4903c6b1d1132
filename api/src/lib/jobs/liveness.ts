import { Client } from 'pg'

import { config } from 'src/lib/config/config'
import { pool } from 'src/lib/database/pool'
import { logger } from 'src/lib/logger'

/** How long the jobs of a worker that died may wait for another one. */
const EVERY_MS = 5_000

/** The namespace of our advisory locks of two numbers: a worker that lives. */
export const ALIVE = 72_831

const RELEASE = `
  WITH worker AS MATERIALIZED (
    SELECT DISTINCT locked_by AS id FROM graphile_worker.jobs WHERE locked_by IS NOT NULL
  ), dead AS MATERIALIZED (
    SELECT id FROM worker WHERE pg_try_advisory_xact_lock($1, hashtext(id))
  )
  SELECT graphile_worker.force_unlock_workers(array_agg(id)), array_agg(id) AS ids
  FROM dead HAVING count(*) > 0`

const releaseJobsOfTheDead = async () => {
  const { rows } = await pool.query<{ ids: string[] }>(RELEASE, [ALIVE])
  if (rows.length > 0) {
    logger.warn({ workers: rows[0].ids }, 'Took over the jobs of dead workers')
  }
}

/**
 * Holds a lock for as long as this worker lives, by a connection of its own: when the process dies, PostgreSQL lets go
 * of it. So the others can tell the dead from the slow, and take over their jobs within seconds; by itself,
 * graphile-worker waits four hours (https://worker.graphile.org/docs/error-handling).
 *
 * A connection that breaks is opened again. Meanwhile others may take over a job that still runs, which is why every
 * task of ours can run twice at once and do its work once.
 *
 * @returns what ends it
 */
export function proveLife(workerId: string): () => Promise<void> {
  let connection: Client | undefined
  let ended = false

  const beat = async () => {
    try {
      if (!connection) {
        const client = new Client({ connectionString: config.databaseUrl })
        client.on('error', () => (connection = undefined))
        client.on('end', () => (connection = undefined))
        await client.connect()
        await client.query('SELECT pg_advisory_lock($1, hashtext($2))', [
          ALIVE,
          workerId,
        ])
        connection = client
      }
      await releaseJobsOfTheDead()
    } catch (error) {
      logger.warn({ error }, 'The jobs of dead workers were not looked for')
    }
  }

  let beating = beat()
  const timer = setInterval(() => {
    beating = beating.then(() => (ended ? undefined : beat()))
  }, EVERY_MS)
  return async () => {
    ended = true
    clearInterval(timer)
    await beating
    await connection?.end()
  }
}
