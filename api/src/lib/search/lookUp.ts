import { type Conversation, Prisma } from '@prisma/client'

import { isBehind, NEWEST_FIRST } from 'src/lib/conversations/order'
import { query } from 'src/lib/database/query'
import type { Transaction } from 'src/lib/database/sql'
import type { Place } from 'src/lib/paging/cursor'

import { inContact, inMessages } from './conditions'
import type { PreparedSearch } from './prepareSearch'

/** A conversation, and the newest of its messages whose text was found; null where its contact was. */
export type FoundRow = Conversation & { match: string | null }

/** All conversations in which a text is found, by the indexes of words, names and numbers; of those the first `size`. */
export const lookUp = (
  tx: Transaction,
  search: PreparedSearch,
  within: Prisma.Sql,
  after: Place | null,
  size: number
): Promise<FoundRow[]> =>
  query<FoundRow>(
    tx,
    Prisma.sql`
    WITH told AS MATERIALIZED (
      SELECT DISTINCT ON (id) id, match FROM (${inMessages(search)}) AS all_of_them
      ORDER BY id, at DESC
    )
    SELECT * FROM (
      SELECT c.*, told.match FROM told
      JOIN "Conversation" c USING (id)
      UNION ALL
      SELECT c.*, NULL FROM "Contact" ct
      JOIN "Conversation" c ON c."contactId" = ct.id
      WHERE (${inContact(search)}) AND NOT EXISTS (SELECT FROM told WHERE told.id = c.id)
    ) c
    WHERE ${within} AND ${isBehind(after)}
    ${NEWEST_FIRST} LIMIT ${size}`
  )
