import type { Conversation } from '@prisma/client'
import type { ConversationFilter } from 'types/graphql'

import { db } from 'src/lib/db'
import { parseCursor } from 'src/lib/paging/cursor'
import { pageInfo, toPage } from 'src/lib/paging/keyset'
import { pageSize } from 'src/lib/paging/pageSize'
import { searchConversations } from 'src/lib/search/searchConversations'

import { narrow } from './narrow'
import { readBesides } from './readBesides'
import { readList } from './readList'

const PAGE = 30

/** What to search for; PostgreSQL can't look for a NUL. A blank at the end says that the last word is whole. */
const soughtIn = ({ search }: ConversationFilter) =>
  search?.replaceAll('\0', '').trimStart()

export interface Asked {
  filter?: ConversationFilter | null
  first?: number | null
  after?: string | null
}

type Row = Conversation & { match?: string | null }

/** The messages that a search found, by their ids. */
const readMatches = async (rows: Row[]) => {
  const ids = rows.flatMap(({ match }) => match ?? [])
  const found =
    ids.length > 0
      ? await db.message.findMany({ where: { id: { in: ids } } })
      : []
  return new Map(found.map((message) => [message.id, message]))
}

/**
 * A page of the list, newest activity first; of a search, each with the message that was found.
 *
 * @param userId who asks; null for a program
 * @throws BAD_USER_INPUT
 */
export async function listConversations(
  { filter, first, after }: Asked,
  userId: string | null
) {
  const size = pageSize(first, PAGE)
  const place = after ? parseCursor(after) : null
  const sought = soughtIn(filter ?? {})
  const page = { after: place, size: size + 1 }
  const rows: Row[] = sought
    ? await searchConversations(sought, {
        within: narrow(filter ?? {}, userId),
        ...page,
      })
    : await readList(filter ?? {}, userId, page)
  const { edges, hasMore } = toPage(rows, size, ({ lastMessageAt, id }) => ({
    at: lastMessageAt,
    id,
  }))
  const [matches, nodes] = await Promise.all([
    readMatches(rows),
    readBesides(edges.map(({ node }) => node)),
  ])
  const more = { hasNextPage: hasMore, hasPreviousPage: !!place }
  return {
    edges: edges.map(({ cursor, node: { match } }, index) => ({
      cursor,
      node: nodes[index],
      match: matches.get(match ?? '') ?? null,
    })),
    pageInfo: pageInfo(edges, more),
  }
}
