import { median, percentile, sum } from '../measure/statistics'
import type { Round } from '../measure/throughput'
import type { ServerName } from '../servers/server'

/** All rounds of one server. */
export interface Summary {
  server: ServerName
  requestsPerSecond: number
  /** Milliseconds, over all answers of all rounds. */
  p50: number
  p99: number
  failed: number
  /** Seconds, for 1,000 requests. */
  cpu: number
  databaseCpu: number
  /** Bytes, the largest at the end of a round. */
  rss: number
  lost: number
  wrong: number
}

const perThousand = (seconds: number, requests: number) =>
  (seconds / requests) * 1000

export function summarise(server: ServerName, all: Round[]): Summary {
  const rounds = all.filter((round) => round.server === server)
  const latencies = rounds.flatMap((round) => round.latencies)
  const total = (
    key:
      | 'answered'
      | 'failed'
      | 'cpuSeconds'
      | 'databaseCpuSeconds'
      | 'lost'
      | 'wrong'
  ) => sum(rounds.map((round) => round[key]))
  return {
    server,
    requestsPerSecond: median(rounds.map(({ perSecond }) => perSecond)),
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
    failed: total('failed'),
    cpu: perThousand(total('cpuSeconds'), total('answered')),
    databaseCpu: perThousand(total('databaseCpuSeconds'), total('answered')),
    rss: Math.max(...rounds.map(({ rss }) => rss)),
    lost: total('lost'),
    wrong: total('wrong'),
  }
}

/** The middle of what each round of ours did beside the round of `other` that followed or came before it. */
export function ratio(all: Round[], other: ServerName): number {
  const speeds = (server: ServerName) =>
    all
      .filter((round) => round.server === server)
      .map(({ perSecond }) => perSecond)
  const others = speeds(other)
  return median(speeds('ours').map((speed, n) => speed / others[n]))
}
