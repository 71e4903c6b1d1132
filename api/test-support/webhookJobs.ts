import { pool } from 'src/lib/database/pool'
import { deliver } from 'src/lib/webhooks/delivery/deliver'
import { fanOut } from 'src/lib/webhooks/delivery/fanOut'

/** What a worker has to do for webhooks. */
export async function webhookJobs() {
  const { rows } = await pool.query<{
    id: string
    task: string
    payload: { eventId: string; deliveryId: string }
    inSeconds: number
  }>(
    `SELECT j.id, task_identifier AS task, p.payload, extract(epoch FROM j.run_at - now())::float AS "inSeconds"
     FROM graphile_worker.jobs j JOIN graphile_worker._private_jobs p ON p.id = j.id
     WHERE task_identifier IN ('fanOutWebhook', 'deliverWebhook') ORDER BY j.id`
  )
  return rows
}

/** Does what a worker does, with all jobs that are due: hands out the events, and tries each delivery once. */
export async function workWebhooks(): Promise<void> {
  for (const task of ['fanOutWebhook', 'deliverWebhook']) {
    const jobs = await webhookJobs()
    for (const { id, payload } of jobs.filter(
      (job) => job.task === task && job.inSeconds <= 0.5
    )) {
      await pool.query(
        'SELECT graphile_worker.complete_jobs(ARRAY[$1::bigint])',
        [id]
      )
      await (task === 'fanOutWebhook'
        ? fanOut(payload.eventId)
        : deliver(payload.deliveryId))
    }
  }
}
