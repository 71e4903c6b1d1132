import { pool } from 'src/lib/database/pool'

const blocked = `
  SELECT FROM pg_stat_activity
  WHERE datname = current_database() AND wait_event_type = 'Lock'`

/**
 * Resolves when a statement that was just sent waits for a lock in the database, so that the caller can go on knowing
 * that the two are really at the same time.
 */
export async function whileBlocked<T>(
  sent: Promise<T>
): Promise<{ done: Promise<T> }> {
  let finished = false
  const noteEnd = () => {
    finished = true
  }
  sent.then(noteEnd, noteEnd)
  while ((await pool.query(blocked)).rowCount === 0) {
    if (finished) {
      throw new Error('It waited for nobody.')
    }
  }
  return { done: sent }
}
