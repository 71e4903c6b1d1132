import type { Client } from 'pg'

import { known, table } from '../report/table'
import { freePort } from '../servers/freePort'
import { type ServerName, startServer } from '../servers/server'

import { type InboundSummary, measureInbound } from './measureInbound'

export interface Inbound {
  ours: InboundSummary
  bare: InboundSummary
}

const measure = async (name: ServerName, client: Client, seconds: number) => {
  const server = await startServer(name, await freePort(), { log: 'inbound' })
  try {
    return await measureInbound(server, client, seconds)
  } finally {
    await server.stop()
  }
}

/** Our server and the bare handler, one after the other: each alone with the database. */
export async function benchInbound(
  client: Client,
  seconds: number
): Promise<Inbound> {
  const ours = await measure('ours', client, seconds)
  return { ours, bare: await measure('bare', client, seconds) }
}

const row = (title: string, summary: InboundSummary) => [
  title,
  Math.round(summary.perSecond).toLocaleString('en-US'),
  summary.p50.toFixed(1),
  summary.p99.toFixed(1),
  summary.slowest.toFixed(0),
  `${summary.failed}`,
  summary.cpu.toFixed(2),
  known(summary.databaseCpu, 2),
]

export const inboundTable = ({ ours, bare }: Inbound) =>
  table(
    [
      'Inbound, 50 of them from one new number at once',
      'messages/s',
      'p50 ms',
      'p99 ms',
      'slowest ms',
      'not 2xx',
      'CPU s/1,000',
      'database CPU s/1,000',
    ],
    [row('(a) Heliograph', ours), row('(b) bare Fastify + pg', bare)]
  )

export const inboundLine = ({ ours }: Inbound) =>
  ours.inexact === 0
    ? '(a) each message is there once, and the new number has one conversation: checked in the database.'
    : `(a) WRONG: ${ours.inexact} messages or conversations too many or too few.`
