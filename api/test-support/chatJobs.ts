import { pool } from 'src/lib/database/pool'
import { compareChat } from 'src/lib/reconcile/compareChat'

/** The conversations that a worker is to look into. */
export async function chatJobs() {
  const { rows } = await pool.query<{
    id: string
    payload: { sid: string; serviceSid: string | null }
  }>(
    `SELECT j.id, p.payload
     FROM graphile_worker.jobs j JOIN graphile_worker._private_jobs p ON p.id = j.id
     WHERE task_identifier = 'compareChat' ORDER BY j.id`
  )
  return rows
}

/** Does what a worker does, with all of these jobs. */
export async function workChats(): Promise<void> {
  for (const { id, payload } of await chatJobs()) {
    await pool.query(
      'SELECT graphile_worker.complete_jobs(ARRAY[$1::bigint])',
      [id]
    )
    await compareChat(payload.sid, payload.serviceSid)
  }
}
