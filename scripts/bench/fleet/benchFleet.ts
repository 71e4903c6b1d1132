import type { Client } from 'pg'

import { callbacksOf } from '../load/callbacks'
import { median, sum } from '../measure/statistics'
import { freePort } from '../servers/freePort'
import { type Server, startServer } from '../servers/server'

import { type Cost, costOf } from './capacity'
import { limitCpu } from './cpuShare'
import { type FleetLoad, type FleetRound, runFleet } from './measureFleet'
import { startRedis } from './startRedis'

/** All rounds of one and of two processes, under one condition. */
export interface FleetComparison {
  /** Of a core for each process; null: as much as there is. */
  share: number | null
  one: FleetRound[]
  two: FleetRound[]
  /** The middle of two processes beside one, round by round. */
  ratio: number
}

export interface Fleet {
  connections: number
  comparisons: FleetComparison[]
  cost: { one: Cost; two: Cost }
  /** Callbacks or messages that are not as they must be, and requests that failed. */
  inexact: number
}

const MESSAGES = 10_000
const WARM_UP = 2_000

/**
 * As many for one process as for two. With 50 for each alike, either of two had half as many at hand, wrote them in batches
 * half as large, and paid a quarter more for each: two of them came to 1.5 of one. With 200, to 1.8 and 2.1.
 */
const TIMES_AS_MANY = 4

/** Little enough that database and load, beside two of them, find a core for themselves. */
const SHARE = 0.2

const compare = async (
  servers: Server[],
  load: FleetLoad,
  { rounds, seconds }: { rounds: number; seconds: number },
  share: number | null,
  report: (round: FleetRound) => void
): Promise<FleetComparison> => {
  const [first] = servers
  const { perSecond } = await runFleet([first], load, WARM_UP)
  const most = load.requests.length
  const amount = Math.min(
    most,
    Math.max(1_000, Math.round(perSecond * seconds))
  )
  const one: FleetRound[] = []
  const two: FleetRound[] = []
  for (let n = 0; n < rounds; n++) {
    for (const [fleet, turns] of [
      [[servers[n % 2]], one],
      [servers, two],
    ] as const) {
      const round = await runFleet([...fleet], load, amount)
      report(round)
      turns.push(round)
    }
  }
  const ratio = median(
    two.map(({ perSecond }, n) => perSecond / one[n].perSecond)
  )
  return { share, one, two, ratio }
}

/** Each process at a share of a core; null where that can't be had here. */
const compareLimited = async (
  servers: Server[],
  ...rest: [
    FleetLoad,
    { rounds: number; seconds: number },
    (round: FleetRound) => void,
  ]
) => {
  const [load, options, report] = rest
  const lifts = servers.map(({ pid }) => limitCpu(pid, SHARE))
  try {
    return lifts.every((lift) => lift !== null)
      ? await compare(servers, load, options, SHARE, report)
      : null
  } finally {
    lifts.forEach((lift) => lift?.())
  }
}

/**
 * One API process against two, over the same PostgreSQL and Redis: the same callbacks, each once, dealt to the processes
 * in turn. Once with all that the machine has, which database and load share; once with each process held to a share
 * of a core, so that it is the processes that bound it, as on a machine with cores for all.
 */
export async function benchFleet(
  client: Client,
  options: { rounds: number; seconds: number; connections: number },
  report: (round: FleetRound) => void
): Promise<Fleet> {
  const redis = await startRedis()
  const servers: Server[] = []
  try {
    const env = { REDIS_URL: redis.url, WORKER: 'external' }
    for (const name of ['fleet-1', 'fleet-2']) {
      const port = await freePort()
      servers.push(await startServer('ours', port, { env, log: name }))
    }
    const connections = TIMES_AS_MANY * options.connections
    const requests = callbacksOf(MESSAGES)
    const load = { client, requests, messages: MESSAGES, connections }
    for (const server of servers) {
      await runFleet([server], load, WARM_UP)
    }
    const free = await compare(servers, load, options, null, report)
    const limited = await compareLimited(servers, load, options, report)
    const comparisons = limited ? [free, limited] : [free]
    const all = comparisons.flatMap(({ one, two }) => [...one, ...two])
    return {
      connections,
      comparisons,
      cost: { one: costOf(free.one), two: costOf(free.two) },
      inexact: sum(all.map(({ failed, lost, wrong }) => failed + lost + wrong)),
    }
  } finally {
    await Promise.all(servers.map((server) => server.stop()))
    await redis.stop()
  }
}
