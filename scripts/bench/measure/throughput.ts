import type { Client } from 'pg'

import { layOutMessages, prove, watchDatabaseCpu } from '../database'
import type { CallbackRequest } from '../load/callbacks'
import { fire, type Shots } from '../load/fire'
import type { Server, ServerName } from '../servers/server'

/** One server's turn under load. */
export interface Round {
  server: ServerName
  answered: number
  perSecond: number
  /** Milliseconds. */
  latencies: number[]
  /** Answers other than 2xx, and none at all. */
  failed: number
  /** Of the server's process, and of its database connections, for these requests. */
  cpuSeconds: number
  databaseCpuSeconds: number
  /** Bytes, at the end. */
  rss: number
  /** Ours only: acknowledged callbacks that are no event, or events that nobody acknowledged. */
  lost: number
  /** Ours only: messages whose status is not the furthest one reported. */
  wrong: number
}

export interface Load {
  client: Client
  requests: CallbackRequest[]
  /** How many the requests are about. */
  messages: number
  connections: number
}

const check = async (client: Client, { succeeded }: Shots) => {
  const { events, wrong } = await prove(client)
  return { lost: Math.abs(events - succeeded), wrong }
}

/** One round: the same rows and the same requests for everyone, from the first on. */
export async function runRound(
  server: Server,
  { client, requests, messages, connections }: Load,
  amount: number
): Promise<Round> {
  await layOutMessages(client, messages)
  const before = await server.usage()
  const databaseCpu = await watchDatabaseCpu(client)
  const { origin, name } = server
  const shots = await fire({ origin, requests, connections, amount })
  const databaseCpuSeconds = await databaseCpu()
  const after = await server.usage()
  const { latencies, failed, seconds } = shots
  const exact = { lost: 0, wrong: 0 }
  return {
    server: name,
    answered: latencies.length,
    perSecond: latencies.length / seconds,
    latencies,
    failed,
    cpuSeconds: after.cpuSeconds - before.cpuSeconds,
    databaseCpuSeconds,
    rss: after.rss,
    ...(name === 'ours' ? await check(client, shots) : exact),
  }
}

/** Enough for the compiler of JavaScript to have seen the whole way often. */
const WARM_UP = 5_000

/**
 * Alternating rounds, so that whatever else the machine does meets all of them alike. Before them, each server is warmed
 * up, and it is found how many requests it answers in a round's seconds.
 */
export async function measureThroughput(
  servers: Server[],
  load: Load,
  rounds: number,
  seconds: number,
  report: (round: Round) => void
): Promise<Round[]> {
  const most = load.requests.length
  const amounts = new Map<Server, number>()
  for (const server of servers) {
    await runRound(server, load, Math.min(WARM_UP / 2, most))
    const { perSecond } = await runRound(
      server,
      load,
      Math.min(WARM_UP / 2, most)
    )
    const amount = Math.round(perSecond * seconds)
    amounts.set(server, Math.max(load.connections, Math.min(amount, most)))
  }
  const all: Round[] = []
  for (let n = 0; n < rounds; n++) {
    for (const server of servers) {
      const round = await runRound(server, load, amounts.get(server) ?? most)
      report(round)
      all.push(round)
    }
  }
  return all
}
