import { pool } from 'src/lib/database/pool'

/** What a worker still has to do about a message: each task, and when by the database's clock. */
export async function jobsOf({ id }: { id: string }) {
  const { rows } = await pool.query<{
    task: string
    runAt: Date
    inSeconds: number
  }>(
    `SELECT task_identifier AS task, run_at AS "runAt",
       extract(epoch FROM run_at - now())::float AS "inSeconds"
     FROM graphile_worker.jobs WHERE key LIKE '%' || $1 ORDER BY task_identifier`,
    [id]
  )
  return rows
}
