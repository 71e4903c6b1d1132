import { EventEmitter } from 'node:events'

import { Logger, run, type TaskList, type WorkerEvents } from 'graphile-worker'

import { pool } from 'src/lib/database/pool'
import { logger } from 'src/lib/logger'

import { proveLife } from './liveness'
import { observeTasks } from './observeTasks'
import { patientPool } from './patientPool'
import { TAKE_AWAY } from './takeAway'

/** How late a job that was added for later may be; one for now is announced. */
const POLL_MS = 500

const workerLogger = new Logger((scope) => (level, message, meta) => {
  const known = level === 'warning' ? 'warn' : level
  const { workerId, taskIdentifier } = scope
  logger[known]({ worker: workerId, task: taskIdentifier, ...meta }, message)
})

/**
 * Workers that ask for jobs together get several at once, also of one named queue, which then keeps no order and no
 * limit: tasks that go one at a time need a runner that does one.
 */
const together = (concurrency: number) =>
  concurrency > 1 ? { localQueue: { size: concurrency } } : {}

interface RunnerOptions {
  taskList: TaskList
  /** Jobs at once. */
  concurrency: number
  crontab?: string
}

/**
 * Starts workers in this process for some tasks.
 *
 * They ask for jobs together. Each job is announced to each of them, also those for later, of which every message has
 * one: apart, they would ask the database once for each message.
 *
 * @returns what stops them, after the jobs that they have
 */
export async function startRunner({
  taskList,
  concurrency,
  crontab,
}: RunnerOptions): Promise<() => Promise<void>> {
  const events: WorkerEvents = new EventEmitter()
  const ids: string[] = []
  const ends: (() => Promise<void>)[] = []
  // A database that isn't there yet stops the start; one that goes away later does not stop the work.
  let phase: 'starts' | 'works' | 'stops' = 'starts'
  events.on('pool:create', ({ workerPool }) => {
    phase = 'works'
    ids.push(workerPool.id)
    ends.push(proveLife(workerPool.id))
  })
  let giveUp = () => {}
  const givenUp = new Promise<void>((resolve) => {
    giveUp = resolve
  })
  const runner = await run({
    pgPool: patientPool(pool, {
      phase: () => phase,
      giveBack: (client) => client.query(TAKE_AWAY, [ids]),
      onGivenUp: () => giveUp(),
    }),
    events,
    concurrency,
    preset: { worker: { pollInterval: POLL_MS, ...together(concurrency) } },
    // The process that it lives in stops it.
    noHandleSignals: true,
    logger: workerLogger,
    taskList: observeTasks(taskList),
    ...(crontab && { crontab }),
  })
  return async () => {
    phase = 'stops'
    await Promise.race([runner.stop(), givenUp])
    await Promise.all(ends.map((end) => end()))
  }
}
