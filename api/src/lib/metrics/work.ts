import { counter, histogram } from './registry'

const jobs = histogram(
  'job_seconds',
  'How long jobs took, by what became of them',
  ['task', 'result'],
  [0.01, 0.05, 0.1, 0.5, 1, 5, 15, 60, 300]
)
const batches = histogram(
  'batch_size',
  'How many items shared one statement and one commit',
  ['batch'],
  [1, 2, 5, 10, 20, 50, 100, 200, 500]
)
const overloads = counter(
  'batch_overloads_total',
  'Items that were refused because too many waited',
  ['batch']
)

export const observeJob = (
  task: string,
  result: 'done' | 'failed',
  took: number
) => jobs.observe({ task, result }, took)

export const observeBatch = (batch: string, size: number) =>
  batches.observe({ batch }, size)

export const countOverload = (batch: string) => overloads.inc({ batch })
