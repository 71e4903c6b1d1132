import { pool } from 'src/lib/database/pool'
import { hold, letGo, lifeline } from 'src/lib/life/life'
import { logger } from 'src/lib/logger'

import { TAKE_AWAY } from './takeAway'

/** How long the jobs of a worker that died may wait for another one. */
const EVERY_MS = 5_000

/** The namespace of our advisory locks of two numbers: a worker that lives. */
export const ALIVE = 72_831

/** Who have jobs, and don't say any more that they live. */
const DEAD = `
  WITH worker AS MATERIALIZED (
    SELECT DISTINCT locked_by AS id FROM graphile_worker.jobs WHERE locked_by IS NOT NULL
  )
  SELECT id FROM worker WHERE pg_try_advisory_xact_lock($1, hashtext(id))`

const releaseJobsOfTheDead = async () => {
  // First its own locks, where the connection that held them broke: what runs here is not for others to take.
  await lifeline()
  const { rows } = await pool.query<{ id: string }>(DEAD, [ALIVE])
  if (rows.length > 0) {
    const workers = rows.map(({ id }) => id)
    await pool.query(TAKE_AWAY, [workers])
    logger.warn({ workers }, 'Took over the jobs of dead workers')
  }
}

const beat = async () => {
  try {
    await releaseJobsOfTheDead()
  } catch (error) {
    logger.warn({ error }, 'The jobs of dead workers were not looked for')
  }
}

let living = 0
let beating = Promise.resolve()
let timer: NodeJS.Timeout | undefined

/**
 * Holds a lock for as long as this worker lives. So the others can tell the dead from the slow, and take over their jobs
 * within seconds; by itself, graphile-worker waits four hours (https://worker.graphile.org/docs/error-handling).
 *
 * While a connection that broke is opened again, others may take over a job that still runs, which is why every task of
 * ours can run twice at once and do its work once.
 *
 * @returns what ends it
 */
export function proveLife(workerId: string): () => Promise<void> {
  const lock = { namespace: ALIVE, name: workerId }
  const held = hold(lock).catch((error: unknown) => {
    logger.warn({ error }, 'A worker could not say that it lives')
  })
  living += 1
  timer ??= setInterval(() => {
    beating = beating.then(beat)
  }, EVERY_MS)
  return async () => {
    living -= 1
    if (living === 0) {
      clearInterval(timer)
      timer = undefined
    }
    await Promise.all([held, beating])
    await letGo(lock)
  }
}
