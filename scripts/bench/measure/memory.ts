import { layOutMessages } from '../database'
import { fire } from '../load/fire'
import type { Server } from '../servers/server'

import { median } from './statistics'
import type { Load } from './throughput'

export interface Memory {
  minutes: number
  answered: number
  failed: number
  /** Bytes, one for each turn of the load. */
  samples: number[]
  /** Of the samples after the first fifth, which is warm-up: the middle of the first, and of the last quarter. */
  start: number
  end: number
  max: number
  flat: boolean
}

/** How much the end may lie above the start: V8 collects when it likes. */
const TOLERANCE = 1.1

const judge = (samples: number[]) => {
  const warm = samples.slice(Math.floor(samples.length / 5))
  const quarter = Math.max(1, Math.floor(warm.length / 4))
  const start = median(warm.slice(0, quarter))
  const end = median(warm.slice(-quarter))
  return {
    start,
    end,
    max: Math.max(...samples),
    flat: end <= start * TOLERANCE,
  }
}

/** The resident memory of a server over minutes of load, turn after turn on fresh rows. */
export async function measureMemory(
  server: Server,
  { client, requests, messages, connections }: Load,
  minutes: number,
  report: (rss: number) => void
): Promise<Memory> {
  const samples: number[] = []
  let answered = 0
  let failed = 0
  for (const end = Date.now() + minutes * 60_000; Date.now() < end; ) {
    await layOutMessages(client, messages)
    const amount = requests.length
    const shots = await fire({
      origin: server.origin,
      requests,
      connections,
      amount,
    })
    answered += shots.latencies.length
    failed += shots.failed
    const { rss } = await server.usage()
    samples.push(rss)
    report(rss)
  }
  return { minutes, answered, failed, samples, ...judge(samples) }
}
