import type { Memory } from '../measure/memory'
import { percentile } from '../measure/statistics'
import type { Scope, Streams } from '../measure/streams'
import type { Round } from '../measure/throughput'
import type { ServerName } from '../servers/server'

import { ratio, type Summary } from './summary'
import { known, table } from './table'

const TITLES: Record<ServerName, string> = {
  ours: '(a) Heliograph',
  bare: '(b) bare Fastify + pg',
  tutorial: '(c) tutorial: Redwood + Prisma',
}

const whole = (number: number) => Math.round(number).toLocaleString('en-US')
const megabytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024)}`

export const roundLine = ({ server, perSecond, latencies }: Round) =>
  `  ${TITLES[server].padEnd(31)} ${whole(perSecond).padStart(6)} requests/s, p99 ${percentile(latencies, 0.99).toFixed(0)} ms`

export function throughputTable(summaries: Summary[]): string {
  const head = [
    'Callbacks',
    'requests/s',
    'p50 ms',
    'p99 ms',
    'not 2xx',
    'CPU s/1,000',
    'database CPU s/1,000',
    'RSS MB',
  ]
  return table(
    head,
    summaries.map((summary) => [
      TITLES[summary.server],
      whole(summary.requestsPerSecond),
      summary.p50.toFixed(1),
      summary.p99.toFixed(1),
      whole(summary.failed),
      known(summary.cpu, 3),
      known(summary.databaseCpu, 3),
      megabytes(summary.rss),
    ])
  )
}

export const ratioLine = (rounds: Round[], others: ServerName[]) =>
  others
    .map(
      (other) =>
        `a/${other === 'bare' ? 'b' : 'c'} ${ratio(rounds, other).toFixed(2)}`
    )
    .join(', ')

export const proofLine = ({ lost, wrong }: Summary) =>
  lost + wrong === 0
    ? '(a) each acknowledged callback is one event, and each message has the furthest status: checked in the database.'
    : `(a) WRONG: ${lost} callbacks without their event or events without an answer, ${wrong} messages in a wrong status.`

const SCOPES: Record<Scope, string> = {
  none: 'no streams',
  conversation: '100 streams, one conversation each',
  all: '100 streams, all messages each',
}

export const streamsTable = (all: Streams[]) =>
  table(
    [
      'Callback to subscriber',
      'callbacks/s',
      'events',
      'p50 ms',
      'p99 ms',
      'lost',
      'CPU s/s',
    ],
    all.map((streams) => [
      SCOPES[streams.scope],
      whole(streams.callbacksPerSecond),
      whole(streams.latencies.length),
      known(percentile(streams.latencies, 0.5), 1),
      known(percentile(streams.latencies, 0.99), 1),
      whole(streams.lost + streams.failed),
      (streams.cpuSeconds / streams.seconds).toFixed(2),
    ])
  )

export const memoryLine = (memory: Memory) =>
  `Memory over ${memory.minutes} min of load (${whole(memory.answered)} callbacks, ${whole(memory.failed)} not 2xx): ` +
  `start ${megabytes(memory.start)} MB, end ${megabytes(memory.end)} MB, max ${megabytes(memory.max)} MB: ` +
  (memory.flat ? 'flat' : 'NOT flat')
