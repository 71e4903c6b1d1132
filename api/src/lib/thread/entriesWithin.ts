import type { ThreadEntry } from '@prisma/client'

import { db } from 'src/lib/db'

/** Who plays with a button must not fill a screen. */
const MOST = 500

/** A span of time in a conversation; null is open. */
export interface Span {
  from: Date | null
  /** Not within it any more. */
  to: Date | null
}

/** What happened in a conversation besides its messages, oldest first: the latest 500. */
export async function entriesWithin(
  conversationId: string,
  { from, to }: Span
): Promise<ThreadEntry[]> {
  const latest = await db.threadEntry.findMany({
    where: {
      conversationId,
      at: { gte: from ?? undefined, lt: to ?? undefined },
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: MOST,
  })
  return latest.reverse()
}
