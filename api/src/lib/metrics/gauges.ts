import { pool } from 'src/lib/database/pool'
import { logger } from 'src/lib/logger'

import { type Figures, readFigures } from './figures'
import { gauge, measured } from './registry'

const databaseUp = gauge(
  'database_up',
  'Whether the database answered when the figures were asked for',
  []
)
const jobs = gauge('jobs', 'Jobs of all processes, by task and state', [
  'task',
  'state',
])
const lag = gauge(
  'job_lag_seconds',
  'How long the oldest job of a task that could run has waited',
  ['task']
)
const workers = gauge('workers', 'Runners of workers that live', [])
const lastCallback = gauge(
  'last_callback_timestamp_seconds',
  'When Twilio last reported a status, to the minute',
  []
)
const countedUntil = gauge(
  'rollups_timestamp_seconds',
  'Until when the figures of the analytics page are counted',
  []
)
const twilioCopiesFailing = gauge(
  'twilio_copies_failing',
  'What Twilio still has of what was redacted here, though it was asked to forget it',
  []
)
const messages = gauge(
  'messages_last_day',
  'Messages of the last 24 hours as they stand now, from the rollups',
  ['channel', 'status']
)
const conversations = gauge('conversations', 'Conversations, by folder', [
  'folder',
])

/** Those of which a series may end: a task without jobs has none. */
const changing = [jobs, lag, messages]

const CONNECTIONS = 'Connections of this process to the database'

measured('database_connections', CONNECTIONS, () => pool.totalCount)
measured(
  'database_connections_idle',
  `${CONNECTIONS} that nobody uses`,
  () => pool.idleCount
)
measured(
  'database_connections_waiting',
  'Queries of this process that wait for a connection',
  () => pool.waitingCount
)

const show = (figures: Figures) => {
  for (const { task, lag: seconds, ...states } of figures.jobs) {
    lag.set({ task }, seconds)
    for (const [state, count] of Object.entries(states)) {
      jobs.set({ task, state }, count)
    }
  }
  for (const { channel, ...statuses } of figures.messages) {
    for (const [status, count] of Object.entries(statuses)) {
      messages.set({ channel, status }, count)
    }
  }
  for (const [folder, count] of Object.entries(figures.folders)) {
    conversations.set({ folder }, count)
  }
  workers.set(figures.workers)
  lastCallback.set(figures.lastCallback ?? 0)
  twilioCopiesFailing.set(figures.twilioCopiesFailing)
  countedUntil.set(figures.countedUntil ?? 0)
}

/** Brings the gauges up to date that all processes share; without the database jobs and messages say nothing, and `database_up` is 0. */
export async function updateGauges(): Promise<void> {
  changing.forEach((each) => each.reset())
  try {
    show(await readFigures())
    databaseUp.set(1)
  } catch (error) {
    databaseUp.set(0)
    logger.warn({ error }, 'The figures were not read')
  }
}
