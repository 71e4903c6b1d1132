import type { JobHelpers } from 'graphile-worker'

import { type LogFields, logFields } from 'src/lib/logFields'
import { registry } from 'src/lib/metrics/registry'

import { observeTasks } from './observeTasks'

const helpers = { job: { id: '42' } } as JobHelpers

const jobsOf = (task: string) =>
  registry
    .getSingleMetricAsString('heliograph_job_seconds')
    .then((text) => [
      ...text.matchAll(
        new RegExp(`_count\\{task="${task}",result="(\\w+)"\\} (\\d+)`, 'g')
      ),
    ])
    .then((series) =>
      Object.fromEntries(series.map(([, result, count]) => [result, count]))
    )

it('says in each line of the log which job it is, and of which message', async () => {
  const seen: LogFields[] = []
  const tasks = observeTasks({
    greet: async () => {
      await Promise.resolve()
      seen.push(logFields())
    },
  })
  await tasks.greet?.({ messageId: 'm1' }, helpers)
  await tasks.greet?.(null, helpers)
  expect(seen).toEqual([
    { job: '42', task: 'greet', messageId: 'm1' },
    { job: '42', task: 'greet' },
  ])
  expect(logFields()).toEqual({})
})

it('counts what became of it, and lets an error through, for the queue to try it again', async () => {
  const tasks = observeTasks({
    fail: async (payload) => {
      if (payload === 'now') {
        throw new Error('It fails.')
      }
    },
  })
  await tasks.fail?.('later', helpers)
  await expect(tasks.fail?.('now', helpers)).rejects.toThrow('It fails.')
  expect(await jobsOf('fail')).toEqual({ done: '1', failed: '1' })
})
