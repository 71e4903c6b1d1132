import type { Client } from 'pg'

import { createApiKey, watchDatabaseCpu } from '../database'
import { fire } from '../load/fire'
import { median, percentile, sum } from '../measure/statistics'
import type { Server } from '../servers/server'
import type { BenchSimulator } from '../servers/simulator'

import type { ClientLoop } from './clientLoop'
import { countInexact, forget, pickUp } from './proof'
import { messagesTo, sendSms } from './sends'

/** How one way of sending fared, over all rounds. */
export interface SendingSummary {
  acceptedPerSecond: number
  /** Milliseconds. */
  p50: number
  p99: number
  /** Seconds for 1,000 messages, of its own process. */
  cpu: number
  /** Of the database; NaN: unknown. */
  databaseCpu: number
}

export interface Sending {
  amount: number
  connections: number
  ours: SendingSummary
  loop: SendingSummary
  /** The middle of ours beside the loop, round by round. */
  ratio: number
  /** Messages that were not accepted exactly once. */
  inexact: number
  /** Milliseconds until a queued message was taken by the worker. */
  pickUps: number[]
}

interface Turn {
  latencies: number[]
  seconds: number
  cpuSeconds: number
  databaseCpuSeconds: number
}

const AMOUNT = 500
const PICK_UPS = 40

const summarise = (turns: Turn[]): SendingSummary => {
  const latencies = turns.flatMap((turn) => turn.latencies)
  const forThousand = (seconds: number[]) =>
    (sum(seconds) / latencies.length) * 1000
  return {
    acceptedPerSecond: median(turns.map(speed)),
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
    cpu: forThousand(turns.map((turn) => turn.cpuSeconds)),
    databaseCpu: forThousand(turns.map((turn) => turn.databaseCpuSeconds)),
  }
}

const speed = ({ latencies, seconds }: Turn) => latencies.length / seconds

/**
 * Sends through our API, and beside it by a loop that only calls Twilio's client: the same messages, to the same
 * simulator, in turns. Ours writes each message, its event, its conversation and its job, and answers with the SID.
 */
export async function measureSending(
  server: Server,
  loop: ClientLoop,
  simulator: BenchSimulator,
  client: Client,
  { rounds, connections }: { rounds: number; connections: number }
): Promise<Sending> {
  const messages = messagesTo(AMOUNT)
  const key = await createApiKey(client, 'AGENT')
  const requests = messages.map((message) => sendSms(key, message))
  let inexact = 0

  const oursOnce = async (): Promise<Turn> => {
    await forget(client, simulator)
    const before = await server.usage()
    const databaseCpu = await watchDatabaseCpu(client)
    const { origin } = server
    const shots = await fire({ origin, requests, connections, amount: AMOUNT })
    const databaseCpuSeconds = await databaseCpu()
    const after = await server.usage()
    inexact += shots.failed + (await countInexact(client, simulator, AMOUNT))
    const { latencies, seconds } = shots
    const cpuSeconds = after.cpuSeconds - before.cpuSeconds
    return { latencies, seconds, cpuSeconds, databaseCpuSeconds }
  }
  const loopOnce = async (): Promise<Turn> => {
    await simulator.reset()
    const turn = await loop.send(messages, connections)
    return { ...turn, databaseCpuSeconds: NaN }
  }

  const turns = { ours: [] as Turn[], loop: [] as Turn[] }
  // Twice unmeasured: code is loaded and compiled by what it does first.
  for (let n = -2; n < rounds; n++) {
    const [ours, other] = [await oursOnce(), await loopOnce()]
    if (n >= 0) {
      turns.ours.push(ours)
      turns.loop.push(other)
    }
  }
  await forget(client, simulator)
  const pickUps: number[] = []
  for (const message of messagesTo(PICK_UPS)) {
    pickUps.push(await pickUp(client, message))
  }
  return {
    amount: AMOUNT,
    connections,
    ours: summarise(turns.ours),
    loop: summarise(turns.loop),
    ratio: median(
      turns.ours.map((turn, n) => speed(turn) / speed(turns.loop[n]))
    ),
    inexact,
    pickUps,
  }
}
