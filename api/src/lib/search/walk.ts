import { Prisma } from '@prisma/client'

import { isBehind, NEWEST_FIRST } from 'src/lib/conversations/order'
import { query } from 'src/lib/database/query'
import type { Transaction } from 'src/lib/database/sql'
import type { Place } from 'src/lib/paging/cursor'

import { inContact, inWords } from './conditions'
import type { FoundRow } from './lookUp'
import type { PreparedSearch } from './prepareSearch'

interface Step {
  rows: FoundRow[]
  /** Through how many conversations it went. */
  passed: number
  /** The last of them. */
  end: Place | null
}

type StepRow = { [Field in keyof FoundRow]: FoundRow[Field] | null } & {
  passed: number
  endAt: Date | null
  endId: string | null
}

/** The next conversations in the list's order, and in which of them a text is found. */
export async function walk(
  tx: Transaction,
  search: PreparedSearch,
  within: Prisma.Sql,
  from: Place | null,
  step: number
): Promise<Step> {
  const rows = await query<StepRow>(
    tx,
    Prisma.sql`
    WITH walked AS MATERIALIZED (
      SELECT c.* FROM "Conversation" c
      WHERE ${within} AND ${isBehind(from)}
      ${NEWEST_FIRST} LIMIT ${step}
    ), ends AS (
      SELECT c."lastMessageAt" AS "endAt", c.id AS "endId", (SELECT count(*)::int FROM walked) AS passed
      FROM walked c
      ORDER BY c."lastMessageAt", c.id LIMIT 1
    ), found AS (
      SELECT c.*, newest."messageId" AS match FROM walked c
      JOIN "Contact" ct ON ct.id = c."contactId"
      LEFT JOIN LATERAL (
        SELECT w."messageId" FROM "MessageWords" w
        WHERE w."conversationId" = c.id AND ${inWords(search)}
        ORDER BY w.at DESC LIMIT 1
      ) newest ON true
      WHERE newest."messageId" IS NOT NULL OR (${inContact(search)})
    )
    SELECT ends.*, c.* FROM ends LEFT JOIN found c ON true
    ${NEWEST_FIRST}`
  )
  const [first] = rows
  return {
    rows: rows.filter(({ id }) => id !== null) as FoundRow[],
    passed: first?.passed ?? 0,
    end: first && { at: first.endAt as Date, id: first.endId as string },
  }
}
