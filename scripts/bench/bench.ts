import os from 'node:os'
import path from 'node:path'

import type { Client } from 'pg'

import { closeFleet, WITHOUT_REDIS } from '../fleet/fleet'
import { upgrade, upgradeLines } from '../fleet/upgrade'

import { connect } from './database'
import { benchFleet } from './fleet/benchFleet'
import { fleetLine, fleetRoundLine, fleetTable } from './fleet/fleetReport'
import type { FleetRound } from './fleet/measureFleet'
import { benchHour } from './hour/benchHour'
import { hourLine, hourTable, sampleLine } from './hour/hourReport'
import { benchInbound, inboundLine, inboundTable } from './inbound/benchInbound'
import { benchInbox } from './inbox/benchInbox'
import { inboxReport } from './inbox/inboxReport'
import { callbacksOf } from './load/callbacks'
import { measureMemory } from './measure/memory'
import { percentile, sum } from './measure/statistics'
import { measureStreams, type Streams } from './measure/streams'
import { type Load, measureThroughput } from './measure/throughput'
import { type Options, readOptions } from './options'
import {
  memoryLine,
  proofLine,
  ratioLine,
  roundLine,
  streamsTable,
  throughputTable,
} from './report/print'
import { writeResults } from './report/results'
import { ratio, summarise } from './report/summary'
import { measurePartitions } from './scale/partitions'
import { partitionTable, scaleTable } from './scale/scaleReport'
import { benchSending } from './sending/benchSending'
import { sendingLine, sendingTable } from './sending/sendingReport'
import { freePort } from './servers/freePort'
import { type Server, type ServerName, startServer } from './servers/server'

/** Messages of a round, with two callbacks each and some more. */
const MESSAGES = 20_000

/** What a table of events is filled with for each round. */
const EVENTS_IN_A_ROUND = 400_000

/** How often each question of the inbox is asked for each round. */
const ASKED_IN_A_ROUND = 20

const NAMES: ServerName[] = ['ours', 'bare', 'tutorial']

async function compare(servers: Server[], load: Load, options: Options) {
  const { rounds: count, seconds, connections, streamSeconds } = options
  console.log(
    `${count} rounds of about ${seconds} s, ${connections} connections, ${os.cpus().length} cores for servers, database and load`
  )
  const rounds = await measureThroughput(
    servers,
    load,
    count,
    seconds,
    (round) => console.log(roundLine(round))
  )
  const names = servers.map(({ name }) => name)
  const summaries = names.map((name) => summarise(name, rounds))
  console.log(`\n${throughputTable(summaries)}\n`)

  const [ours] = summaries
  const others = names.filter((name) => name !== 'ours')
  if (ours.server !== 'ours') {
    return writeResults('bench', { options, summaries })
  }
  console.log(ratioLine(rounds, others))
  console.log(`${proofLine(ours)}\n`)

  const streams: Streams[] = []
  for (const scope of ['none', 'conversation', 'all'] as const) {
    streams.push(await measureStreams(servers[0], load, scope, streamSeconds))
  }
  console.log(`${streamsTable(streams)}\n`)

  const lost = sum(streams.map((one) => one.lost + one.failed))
  if (ours.lost + ours.wrong + lost > 0) {
    process.exitCode = 1
  }
  return writeResults('bench', {
    options,
    summaries,
    ratios: Object.fromEntries(
      others.map((other) => [other, ratio(rounds, other)])
    ),
    rounds: rounds.map(({ latencies: _all, ...round }) => round),
    streams: streams.map(({ latencies, ...one }) => ({
      ...one,
      p50: percentile(latencies, 0.5),
      p99: percentile(latencies, 0.99),
    })),
  })
}

async function compareSending(client: Client, options: Options) {
  const sending = await benchSending(client, options)
  console.log(`${sendingTable(sending)}\n\n${sendingLine(sending)}\n`)
  if (sending.inexact > 0) {
    process.exitCode = 1
  }
  return writeResults('sending', sending)
}

async function compareInbound(client: Client, { streamSeconds }: Options) {
  const inbound = await benchInbound(client, streamSeconds)
  console.log(`${inboundTable(inbound)}\n\n${inboundLine(inbound)}\n`)
  const { failed, inexact } = inbound.ours
  if (failed + inexact > 0) {
    process.exitCode = 1
  }
  return writeResults('inbound', inbound)
}

async function compareFleet(client: Client, options: Options) {
  const report = (round: FleetRound) => console.log(fleetRoundLine(round))
  const fleet = await benchFleet(client, options, report)
  console.log(`\n${fleetTable(fleet)}\n\n${fleetLine(fleet)}\n`)
  if (fleet.inexact > 0) {
    process.exitCode = 1
  }
  return writeResults('fleet', fleet)
}

async function showScale(client: Client, { rounds }: Options) {
  console.log(`${scaleTable()}\n`)
  const partitions = await measurePartitions(client, rounds * EVENTS_IN_A_ROUND)
  console.log(`${partitionTable(partitions)}\n`)
  return writeResults('scale', { partitions })
}

async function compareSizes({ rounds, about }: Options) {
  const inbox = await benchInbox(rounds * ASKED_IN_A_ROUND, about)
  console.log(`\n${inboxReport(inbox)}\n`)
  return writeResults('inbox', inbox)
}

async function watchHour({ minutes, speed }: Options) {
  const hour = await benchHour(minutes || 60, speed, (sample) =>
    console.log(sampleLine(sample))
  )
  console.log(`\n${hourTable(hour)}\n\n${hourLine(hour)}\n`)
  if (hour.failures.length > 0 || hour.courses.some(({ isFlat }) => !isFlat)) {
    process.exitCode = 1
  }
  return writeResults('hour', hour)
}

async function watchMemory([server]: Server[], load: Load, minutes: number) {
  const memory = await measureMemory(server, load, minutes, (rss) =>
    console.log(`  ${Math.round(rss / 1024 / 1024)} MB`)
  )
  console.log(memoryLine(memory))
  if (!memory.flat) {
    process.exitCode = 1
  }
  return writeResults('memory', memory)
}

/** The benchmarks of callbacks, which need the servers beside each other. */
async function benchCallbacks(client: Client, options: Options) {
  const { only, minutes, connections } = options
  const names = NAMES.filter((name) =>
    minutes ? name === 'ours' : only.includes(name)
  )
  const servers: Server[] = []
  try {
    for (const name of names) {
      servers.push(await startServer(name, await freePort()))
    }
    const requests = callbacksOf(MESSAGES)
    const load = { client, requests, messages: MESSAGES, connections }
    return minutes
      ? await watchMemory(servers, load, minutes)
      : await compare(servers, load, options)
  } finally {
    await Promise.all(servers.map((server) => server.stop()))
  }
}

/** One process after the other, under as much as it must bear. */
async function benchUpgrade({ sends }: Options) {
  if (WITHOUT_REDIS) {
    throw new Error(WITHOUT_REDIS)
  }
  try {
    const done = await upgrade({ sendsPerSecond: sends, warmUpMs: 30_000 })
    console.log(upgradeLines(done).join('\n'))
    if (done.lost.length + done.doubled.length + done.missed.length > 0) {
      process.exitCode = 1
    }
    return writeResults('upgrade', done)
  } finally {
    await closeFleet()
  }
}

async function main() {
  const options = readOptions(process.argv.slice(2))
  if (!options) {
    return
  }
  const { only, minutes } = options
  const written = (file: string) =>
    console.log(`Written to ${path.relative(process.cwd(), file)}`)
  if (only.includes('memory')) {
    return written(await watchHour(options))
  }
  if (only.includes('upgrade')) {
    return written(await benchUpgrade(options))
  }
  const client = await connect()
  try {
    if (minutes || NAMES.some((name) => only.includes(name))) {
      written(await benchCallbacks(client, options))
    }
    if (!minutes && only.includes('sending')) {
      written(await compareSending(client, options))
    }
    if (!minutes && only.includes('inbound')) {
      written(await compareInbound(client, options))
    }
    if (!minutes && only.includes('fleet')) {
      written(await compareFleet(client, options))
    }
    if (!minutes && only.includes('scale')) {
      written(await showScale(client, options))
    }
    if (!minutes && only.includes('inbox')) {
      written(await compareSizes(options))
    }
  } finally {
    await client.end()
  }
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
