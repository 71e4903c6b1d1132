import { db } from 'src/lib/db'

/**
 * The net under the ropes: messages that wait, or whose outcome is unknown, and that no job looks after. There should be
 * none; a job that was deleted by hand, or failed 25 times, leaves one.
 *
 * @returns how many there were
 */
export const sweep = () =>
  db.$executeRaw`
    SELECT graphile_worker.add_job(
      task, json_build_object('messageId', m.id), job_key => task || ':' || m.id, max_attempts => 25,
      queue_name => CASE task WHEN 'confirmMessage' THEN 'reconciler' END
    )
    FROM "Message" m, LATERAL (
      SELECT CASE m.status WHEN 'UNCONFIRMED' THEN 'confirmMessage' ELSE 'sendMessage' END AS task
    ) wanted
    WHERE m.direction = 'OUTBOUND' AND m.status < 'ACCEPTED' AND m.sid IS NULL
      AND m."updatedAt" < now() - interval '5 minutes'
      AND NOT EXISTS (
        SELECT 1 FROM graphile_worker.jobs j
        WHERE j.key = task || ':' || m.id AND j.attempts < j.max_attempts
      )`
