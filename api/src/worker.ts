import { Logger, run, type Runner } from 'graphile-worker'

import { pool } from 'src/lib/database/pool'
import { logger } from 'src/lib/logger'
import { sendMessage } from 'src/tasks/sendMessage'

const workerLogger = new Logger((scope) => (level, message, meta) => {
  const known = level === 'warning' ? 'warn' : level
  logger[known]({ worker: scope.workerId, task: scope.taskIdentifier, ...meta }, message)
})

/** Starts a worker in this process. It finds its jobs in the database, so there can be any number of them. */
export const startWorker = (): Promise<Runner> =>
  run({
    pgPool: pool,
    concurrency: 5,
    // The process that it lives in stops it.
    noHandleSignals: true,
    logger: workerLogger,
    crontab: '',
    taskList: { sendMessage },
  })
