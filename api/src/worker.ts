import { EventEmitter } from 'node:events'

import { Logger, run, type WorkerEvents } from 'graphile-worker'

import { pool } from 'src/lib/database/pool'
import { proveLife } from 'src/lib/jobs/liveness'
import { logger } from 'src/lib/logger'
import { compareDay } from 'src/tasks/compareDay'
import { confirmMessage } from 'src/tasks/confirmMessage'
import { pruneTally } from 'src/tasks/pruneTally'
import { pruneUploads } from 'src/tasks/pruneUploads'
import { reconcileStuck } from 'src/tasks/reconcileStuck'
import { sendMessage } from 'src/tasks/sendMessage'
import { sweep } from 'src/tasks/sweep'

/** One queue: the reconciler asks Twilio one thing at a time, over all processes. */
const CRONTAB = `
* * * * * reconcileStuck ?queue=reconciler&jobKey=reconcileStuck&max=1
17 4 * * * compareDay ?queue=reconciler&jobKey=compareDay&max=5
47 3 * * * pruneTally
37 3 * * * pruneUploads
*/5 * * * * sweep ?jobKey=sweep&max=1
`

const CONCURRENCY = 10

/** How late a job that was added for later may be; one for now is announced. */
const POLL_MS = 500

/**
 * The workers of a process ask for jobs together. Each job is announced to each of them, also those for later, of which
 * every message has one: apart, they would ask the database once for each message.
 */
const LOCAL_QUEUE = { size: CONCURRENCY }

const workerLogger = new Logger((scope) => (level, message, meta) => {
  const known = level === 'warning' ? 'warn' : level
  const { workerId, taskIdentifier } = scope
  logger[known]({ worker: workerId, task: taskIdentifier, ...meta }, message)
})

/**
 * Starts a worker in this process. It finds its jobs in the database, so there can be any number of them.
 *
 * @returns what stops it, after the jobs that it has
 */
export async function startWorker(): Promise<() => Promise<void>> {
  const events: WorkerEvents = new EventEmitter()
  const ends: (() => Promise<void>)[] = []
  events.on('pool:create', ({ workerPool }) => {
    ends.push(proveLife(workerPool.id))
  })
  const runner = await run({
    pgPool: pool,
    events,
    concurrency: CONCURRENCY,
    preset: { worker: { pollInterval: POLL_MS, localQueue: LOCAL_QUEUE } },
    // The process that it lives in stops it.
    noHandleSignals: true,
    logger: workerLogger,
    crontab: CRONTAB,
    taskList: {
      compareDay,
      confirmMessage,
      pruneTally,
      pruneUploads,
      reconcileStuck,
      sendMessage,
      sweep,
    },
  })
  return async () => {
    await runner.stop()
    await Promise.all(ends.map((end) => end()))
  }
}
