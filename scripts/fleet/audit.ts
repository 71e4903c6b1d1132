import { until } from '../faults/until'

import type { Fleet } from './fleet'
import type { Subscriber } from './subscriber'
import type { Traffic } from './traffic'

interface Row {
  id: string
  body: string
  sid: string | null
  status: string
  /** How often a status of it was applied more than once. */
  again: number
}

const ROWS = `
  SELECT id, body, sid, status, (
    SELECT count(*)::int FROM (
      SELECT FROM "StatusEvent" e WHERE e."messageId" = m.id AND disposition = 'APPLIED'
      GROUP BY e.status HAVING count(*) > 1
    ) twice
  ) AS again
  FROM "Message" m WHERE body = ANY ($1)`

export interface Findings {
  /** Messages that are not there, were not sent, or did not hear of their end. */
  lost: string[]
  /** Messages that are there twice, were sent twice, or took a status twice. */
  doubled: string[]
}

/** What became of some traffic: by the database, and by what Twilio has accepted. */
export async function audit(
  { simulator, database }: Fleet,
  { sends, inbound }: Pick<Traffic, 'sends' | 'inbound'>
): Promise<Findings> {
  const { rows } = await database.query<Row>(ROWS, [[...sends, ...inbound]])
  const accepted = new Map<string, number>()
  for (const { body, direction } of simulator.control.messages()) {
    if (direction === 'outbound-api') {
      accepted.set(body, (accepted.get(body) ?? 0) + 1)
    }
  }
  const found = new Map<string, Row[]>()
  for (const row of rows) {
    found.set(row.body, [...(found.get(row.body) ?? []), row])
  }
  const rowsOf = (body: string) => found.get(body) ?? []
  const isLost = (body: string) => rowsOf(body).length === 0
  const isTwice = (body: string) =>
    rowsOf(body).length > 1 || rowsOf(body).some(({ again }) => again > 0)

  return {
    lost: [
      ...inbound.filter(isLost),
      ...sends.filter(
        (body) =>
          isLost(body) ||
          !accepted.get(body) ||
          rowsOf(body).some(({ status }) => status !== 'DELIVERED')
      ),
    ],
    doubled: [
      ...inbound.filter(isTwice),
      ...sends.filter((body) => isTwice(body) || (accepted.get(body) ?? 0) > 1),
    ],
  }
}

interface Truth {
  id: string
  status: string | null
  messageCount: number | null
  unreadCount: number | null
}

const TRUTH = `
  SELECT id, status::text, NULL::int AS "messageCount", NULL::int AS "unreadCount" FROM "Message"
  UNION ALL SELECT id, NULL, "messageCount", "unreadCount" FROM "Conversation"`

/** What subscribers do not know, or know wrongly, of all that there is. */
async function missedBy(
  { database }: Fleet,
  subscribers: Subscriber[]
): Promise<string[]> {
  const { rows } = await database.query<Truth>(TRUTH)
  return subscribers.flatMap(({ name, known, hearsConversations }) =>
    rows
      .filter((truth) => hearsConversations || truth.status !== null)
      .filter((truth) => {
        const state = known.get(truth.id)
        return truth.status === null
          ? state?.messageCount !== truth.messageCount ||
              state?.unreadCount !== truth.unreadCount
          : state?.status !== truth.status
      })
      .map(({ id, status }) => `${name}: ${id} ${status ?? ''}`)
  )
}

/** What they still don't know when they have had the time to hear of everything. */
export async function missedInTheEnd(fleet: Fleet, subscribers: Subscriber[]) {
  let missed: string[] = []
  const knowAll = async () => {
    missed = await missedBy(fleet, subscribers)
    return missed.length === 0
  }
  await until('everybody knows everything', knowAll, 60_000).catch(() => {})
  return missed
}

/** As `audit`, when everything has had the time to come to its end. */
export async function auditInTheEnd(
  fleet: Fleet,
  traffic: Pick<Traffic, 'sends' | 'inbound'>
) {
  const isSettled = async () => (await audit(fleet, traffic)).lost.length === 0
  await until('everything is settled', isSettled, 120_000).catch(() => {})
  return audit(fleet, traffic)
}
