import type { Conversation, Label, Prisma } from '@prisma/client'

import { db } from 'src/lib/db'

/**
 * What each row of the list shows besides itself, read for all of a page at once: apart, that would be four questions to
 * Prisma for each row, which cost more than all the rest of a page (measured: 79 ms for thirty rows).
 */
const BESIDES = {
  contact: true,
  labels: { include: { label: true }, orderBy: { label: { key: 'asc' } } },
  lastMessage: { include: { media: { orderBy: { position: 'asc' } } } },
} satisfies Prisma.ConversationInclude

type Read = Prisma.ConversationGetPayload<{ include: typeof BESIDES }>

interface Besides extends Pick<Read, 'contact' | 'lastMessage'> {
  labels: Label[]
}

/** A conversation, perhaps with what was read besides it. */
export type ReadConversation = Conversation & Partial<Besides>

/**
 * The same rows in the same order, each a ReadConversation; without the rest where it has just been deleted. (To Redwood's
 * generated types, rows that have their relations would have to have those of these, too.)
 */
export async function readBesides(
  rows: Conversation[]
): Promise<Conversation[]> {
  const ids = rows.map(({ id }) => id)
  const found =
    ids.length > 0
      ? await db.conversation.findMany({
          where: { id: { in: ids } },
          select: { id: true, ...BESIDES },
        })
      : []
  const besides = new Map<string, Besides>(
    found.map(({ id, contact, lastMessage, labels }) => [
      id,
      { contact, lastMessage, labels: labels.map(({ label }) => label) },
    ])
  )
  return rows.map((row) => ({ ...row, ...besides.get(row.id) }))
}
