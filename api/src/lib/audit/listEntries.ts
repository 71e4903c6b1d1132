import { type AuditEntry, Prisma } from '@prisma/client'
import type { AuditFilter } from 'types/graphql'
import { validate as isUuid } from 'uuid'

import { query } from 'src/lib/database/query'
import { sqlOver, type Transaction } from 'src/lib/database/sql'
import { parseCursor, type Place } from 'src/lib/paging/cursor'
import { pageInfo, toPage } from 'src/lib/paging/keyset'
import { pageSize } from 'src/lib/paging/pageSize'
import { explainTimeout } from 'src/lib/search/explainTimeout'
import { searchPool } from 'src/lib/search/searchPool'

const PAGE = 50

/** What is searched for has few words; each is looked for by itself. */
const MOST_WORDS = 6

const has = (word: string) =>
  // What LIKE would take for a pattern, search_text takes out.
  Prisma.sql`e.words LIKE '%' || search_text(${word}) || '%'`

const UNSTORABLE = /\0|\p{Surrogate}/gu

const wordsOf = (search: string | null | undefined) =>
  (search ?? '')
    .replace(UNSTORABLE, ' ')
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, MOST_WORDS)

/**
 * What was begun stands there until its end is known, which then stands in its place: so what a process left unfinished is
 * seen, and nothing is told twice.
 */
const IS_LATEST = Prisma.sql`(
  e.outcome IS NOT NULL OR NOT EXISTS (SELECT FROM "AuditEntry" d WHERE d."attemptId" = e.id)
)`

const narrow = (filter: AuditFilter) => {
  const { actorId, group, action, subjectType, subjectId, from, to } = filter
  const storable = (text: string) => text.replace(UNSTORABLE, '\uFFFD')
  return Prisma.join(
    [
      IS_LATEST,
      ...wordsOf(filter.search).map(has),
      actorId &&
        (isUuid(actorId)
          ? Prisma.sql`e."actorId" = ${actorId}::uuid`
          : Prisma.sql`false`),
      group && Prisma.sql`e."group" = ${group}::"AuditGroup"`,
      action && Prisma.sql`e.action = ${storable(action)}`,
      subjectType && Prisma.sql`e."subjectType" = ${storable(subjectType)}`,
      subjectId && Prisma.sql`e."subjectId" = ${storable(subjectId)}`,
      from && Prisma.sql`e.at >= ${new Date(from)}`,
      to && Prisma.sql`e.at < ${new Date(to)}`,
    ].filter((condition): condition is Prisma.Sql => !!condition),
    ' AND '
  )
}

/** Newest first. PostgreSQL's statistics say whether what is searched for is looked up, or soon met on the way. */
export const readEntries = (
  tx: Transaction,
  filter: AuditFilter,
  after: Place | null,
  size: number
) =>
  query<AuditEntry>(
    tx,
    Prisma.sql`
    SELECT e.* FROM "AuditEntry" e
    WHERE ${narrow(filter)}
      AND ${after ? Prisma.sql`(e.at, e.id) < (${after.at}, ${after.id}::uuid)` : Prisma.sql`true`}
    ORDER BY e.at DESC, e.id DESC LIMIT ${size}`
  )

export const placeOf = ({ at, id }: AuditEntry): Place => ({ at, id })

interface Asked {
  filter?: AuditFilter | null
  first?: number | null
  after?: string | null
}

/**
 * A page of the audit log, newest first.
 *
 * @throws BAD_USER_INPUT
 */
export async function listEntries({ filter, first, after }: Asked) {
  const size = pageSize(first, PAGE)
  const place = after ? parseCursor(after) : null
  const rows = await explainTimeout(() =>
    readEntries(sqlOver(searchPool), filter ?? {}, place, size + 1)
  )
  const { edges, hasMore } = toPage(rows, size, placeOf)
  const more = { hasNextPage: hasMore, hasPreviousPage: !!place }
  return { edges, pageInfo: pageInfo(edges, more) }
}
