import { table } from '../report/table'

import { COSTS, TRAFFIC } from './costs'
import { type Plan, plan } from './model'
import type { PartitionFigures } from './partitions'

const RATES = [100, 1_000, 10_000]

const whole = (number: number) => Math.round(number).toLocaleString('en-US')

const row = (name: string, plans: Plan[], of: (one: Plan) => number) => [
  name,
  ...plans.map((one) => whole(of(one))),
]

/** The table of docs/scale.md, letter by letter: a test compares them. */
export function scaleTable(): string {
  const plans = RATES.map((rate) => plan(rate, COSTS, TRAFFIC))
  return table(
    ['Messages/s', ...RATES.map(whole)],
    [
      row('status events/s', plans, (one) => one.eventsPerSecond),
      row('Node processes of one core', plans, (one) => one.processes),
      row('cores of PostgreSQL', plans, (one) => one.databaseCores),
      row('connections without a pooler', plans, (one) => one.connections),
      row('rows and indexes, GB/day', plans, (one) => one.gigabytesPerDay),
      row('write-ahead log, GB/day', plans, (one) => one.walGigabytesPerDay),
      row('status events, million/day', plans, (one) => one.eventsPerDay / 1e6),
    ]
  )
}

const megabytes = (bytes: number) => whole(bytes / 1e6)

export const partitionTable = (all: PartitionFigures[]) =>
  table(
    [
      `${whole(all[0].rows)} events over ${all[0].days} days`,
      'database CPU s/100,000',
      'log MB',
      'indexes MB',
      'largest index in use MB',
      'forget a day: CPU s',
      'log MB',
    ],
    all.map((one) => [
      one.name,
      ((one.cpuSeconds / one.rows) * 100_000).toFixed(2),
      megabytes(one.walBytes),
      megabytes(one.indexBytes),
      megabytes(one.hotIndexBytes),
      one.forget.cpuSeconds.toFixed(2),
      megabytes(one.forget.walBytes),
    ])
  )
