import { Prisma } from '@prisma/client'

import { isBehind, NEWEST_FIRST } from 'src/lib/conversations/order'
import { query } from 'src/lib/database/query'
import type { Transaction } from 'src/lib/database/sql'
import type { Place } from 'src/lib/paging/cursor'

import { inContact, inMessages } from './conditions'
import type { FoundRow } from './lookUp'
import type { PreparedSearch } from './prepareSearch'

/**
 * Those of the next `steps` conversations in the list's order in which a text is found, at most `size`. All messages that
 * have the words are looked up, but of their conversations only those are read that the page is made of: of 3,000, the
 * other way (lookUp) reads 3,000, to see which are the newest. Of what nobody has, none is read.
 */
export const meet = (
  tx: Transaction,
  search: PreparedSearch,
  within: Prisma.Sql,
  after: Place | null,
  size: number,
  steps: number
): Promise<FoundRow[]> =>
  query<FoundRow>(
    tx,
    Prisma.sql`
    WITH told AS MATERIALIZED (${inMessages(search)}), page AS MATERIALIZED (
      SELECT c.* FROM (
        SELECT c.* FROM "Conversation" c
        WHERE ${within} AND ${isBehind(after)}
          AND (EXISTS (SELECT FROM told) OR EXISTS (SELECT FROM "Contact" ct WHERE ${inContact(search)}))
        ${NEWEST_FIRST} LIMIT ${steps}
      ) c
      WHERE c.id IN (SELECT id FROM told)
        OR c."contactId" IN (SELECT ct.id FROM "Contact" ct WHERE ${inContact(search)})
      ${NEWEST_FIRST} LIMIT ${size}
    )
    SELECT DISTINCT ON (c."lastMessageAt", c.id) c.*, told.match FROM page c LEFT JOIN told USING (id)
    ${NEWEST_FIRST}, told.at DESC`
  )
