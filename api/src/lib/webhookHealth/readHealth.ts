import type { Message } from '@prisma/client'

import { config } from 'src/lib/config/config'
import { db } from 'src/lib/db'
import { functionUrl } from 'src/lib/twilio/callbackUrl'

import { writeTally } from './writeTally'

const LISTED = 20
const CONFLICT_DAYS = 7

interface Minute {
  minute: Date
  callbacks: number
  inbound: number
  refused: number
  notRecorded: number
}

const readMinutes = () =>
  db.$queryRaw<Minute[]>`
    SELECT slot AS minute,
      coalesce(sum(count) FILTER (WHERE webhook = 'twilioCallback' AND result = 'RECORDED'), 0)::int AS callbacks,
      coalesce(sum(count) FILTER (WHERE webhook = 'twilioMessage' AND result = 'RECORDED'), 0)::int AS inbound,
      coalesce(sum(count) FILTER (WHERE result NOT IN ('RECORDED', 'NOT_RECORDED')), 0)::int AS refused,
      coalesce(sum(count) FILTER (WHERE result = 'NOT_RECORDED'), 0)::int AS "notRecorded"
    FROM generate_series(
      date_trunc('minute', now()) - interval '59 minutes', date_trunc('minute', now()), interval '1 minute'
    ) slot
    LEFT JOIN "WebhookMinute" ON "WebhookMinute".minute = slot
    GROUP BY slot ORDER BY slot`

const readStuck = async () => {
  const rows = await db.$queryRaw<(Message & { total: number })[]>`
    SELECT *, count(*) OVER ()::int AS total FROM "Message"
    WHERE direction = 'OUTBOUND' AND status < 'CANCELED' AND channel <> 'CHAT'
      AND greatest("createdAt", "sendAt") < now() - make_interval(secs => ${config.reconcileStuckSeconds})
    ORDER BY "createdAt" LIMIT ${LISTED}`
  return { stuckCount: rows[0]?.total ?? 0, stuck: rows }
}

const readConflicts = async () => {
  const since = new Date(Date.now() - CONFLICT_DAYS * 86_400_000)
  const where = {
    disposition: 'CONFLICT' as const,
    receivedAt: { gte: since },
  }
  const [conflictCount, latest] = await Promise.all([
    db.statusEvent.count({ where }),
    db.statusEvent.findMany({
      where: { ...where, messageId: { not: null } },
      orderBy: { receivedAt: 'desc' },
      distinct: ['messageId'],
      take: LISTED,
      include: { message: true },
    }),
  ])
  const conflicts = latest.flatMap(({ message }) => message ?? [])
  return { conflictCount, conflicts }
}

const lastCallbackAt = async () => {
  const latest = await db.statusEvent.findFirst({
    where: { source: 'CALLBACK' },
    orderBy: { id: 'desc' },
    select: { receivedAt: true },
  })
  return latest?.receivedAt ?? null
}

const lastInboundAt = async () => {
  const latest = await db.message.findFirst({
    where: { direction: 'INBOUND' },
    orderBy: { id: 'desc' },
    select: { createdAt: true },
  })
  return latest?.createdAt ?? null
}

/** How Twilio's webhooks fare: what an administrator looks at when statuses stay away. */
export async function readHealth() {
  await writeTally()
  const [minutes, stuck, conflicts, callbackAt, inboundAt, refusals] =
    await Promise.all([
      readMinutes(),
      readStuck(),
      readConflicts(),
      lastCallbackAt(),
      lastInboundAt(),
      db.webhookRefusal.findMany({ orderBy: { lastAt: 'desc' } }),
    ])
  const [unconfirmedCount, parkedCount, reconciliations] = await Promise.all([
    db.message.count({ where: { status: 'UNCONFIRMED' } }),
    db.statusEvent.count({ where: { messageId: null } }),
    db.reconciliation.findMany({ orderBy: { startedAt: 'desc' }, take: 10 }),
  ])
  return {
    minutes,
    ...stuck,
    ...conflicts,
    lastCallbackAt: callbackAt,
    lastInboundAt: inboundAt,
    callbackUrl: functionUrl('twilioCallback'),
    messageUrl: functionUrl('twilioMessage'),
    refusals,
    unconfirmedCount,
    parkedCount,
    reconciliations,
  }
}
