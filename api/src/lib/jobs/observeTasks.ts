import type { Task, TaskList } from 'graphile-worker'

import { withLogFields } from 'src/lib/logFields'
import { observeJob } from 'src/lib/metrics/work'
import { traced } from 'src/lib/tracing/traced'

const messageOf = (payload: unknown) => {
  const { messageId } = (payload ?? {}) as { messageId?: unknown }
  return typeof messageId === 'string' ? { messageId } : {}
}

const observeTask =
  (name: string, task: Task): Task =>
  async (payload, helpers) => {
    const message = messageOf(payload)
    const job = helpers.job.id
    const start = performance.now()
    const observe = (result: 'done' | 'failed') =>
      observeJob(name, result, (performance.now() - start) / 1000)

    return withLogFields({ job, task: name, ...message }, () =>
      traced(`job ${name}`, { job, ...message }, async () => {
        try {
          const result = await task(payload, helpers)
          observe('done')
          return result
        } catch (error) {
          observe('failed')
          throw error
        }
      })
    )
  }

/** The tasks, measured: their lines in the log, their figures and their spans say which job it was, and of which message. */
export const observeTasks = (tasks: TaskList): TaskList =>
  Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [
      name,
      task && observeTask(name, task),
    ])
  )
