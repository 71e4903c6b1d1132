/**
 * Takes from some workers all jobs that they have, `$1`, for others to do.
 *
 * Each gets a new id: a worker that was only slow still says of the old one that it is done, which deletes a job by its id
 * alone (graphile-worker 0.17.3, `sql/completeJobs.js`), and it may have been added again under its key meanwhile. That
 * is why this isn't `force_unlock_workers`.
 */
export const TAKE_AWAY = `
  WITH queue AS (
    UPDATE graphile_worker._private_job_queues SET locked_at = NULL, locked_by = NULL WHERE locked_by = ANY ($1)
  )
  UPDATE graphile_worker._private_jobs SET id = DEFAULT, locked_at = NULL, locked_by = NULL WHERE locked_by = ANY ($1)`
