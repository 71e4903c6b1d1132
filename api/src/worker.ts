import { Logger, run, type Runner } from 'graphile-worker'

import { pool } from 'src/lib/database/pool'
import { logger } from 'src/lib/logger'
import { compareDay } from 'src/tasks/compareDay'
import { confirmMessage } from 'src/tasks/confirmMessage'
import { pruneTally } from 'src/tasks/pruneTally'
import { reconcileStuck } from 'src/tasks/reconcileStuck'
import { sendMessage } from 'src/tasks/sendMessage'

/** One queue: the reconciler asks Twilio one thing at a time, over all processes. */
const CRONTAB = `
* * * * * reconcileStuck ?queue=reconciler&jobKey=reconcileStuck&max=1
17 4 * * * compareDay ?queue=reconciler&jobKey=compareDay&max=5
47 3 * * * pruneTally
`

const workerLogger = new Logger((scope) => (level, message, meta) => {
  const known = level === 'warning' ? 'warn' : level
  const { workerId, taskIdentifier } = scope
  logger[known]({ worker: workerId, task: taskIdentifier, ...meta }, message)
})

/** Starts a worker in this process. It finds its jobs in the database, so there can be any number of them. */
export const startWorker = (): Promise<Runner> =>
  run({
    pgPool: pool,
    concurrency: 5,
    // The process that it lives in stops it.
    noHandleSignals: true,
    logger: workerLogger,
    crontab: CRONTAB,
    taskList: {
      compareDay,
      confirmMessage,
      pruneTally,
      reconcileStuck,
      sendMessage,
    },
  })
