import type { Prisma, ThreadEntry } from '@prisma/client'

import { db } from 'src/lib/db'

/** Who plays with a button must not fill a screen; but what somebody wrote is never left out. */
const MOST = 500

/** A span of time in a conversation; null is open. */
export interface Span {
  from: Date | null
  /** Not within it any more. */
  to: Date | null
}

const byTime = (a: ThreadEntry, b: ThreadEntry) =>
  a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1)

/** What happened in a conversation besides its messages, oldest first: all notes, and the latest 500 of the rest. */
export async function entriesWithin(
  conversationId: string,
  { from, to }: Span
): Promise<ThreadEntry[]> {
  const within = {
    conversationId,
    at: { gte: from ?? undefined, lt: to ?? undefined },
  }
  const orderBy: Prisma.ThreadEntryOrderByWithRelationInput[] = [
    { at: 'desc' },
    { id: 'desc' },
  ]
  const [notes, others] = await Promise.all([
    db.threadEntry.findMany({ where: { ...within, kind: 'NOTE' }, orderBy }),
    db.threadEntry.findMany({
      where: { ...within, kind: { not: 'NOTE' } },
      orderBy,
      take: MOST,
    }),
  ])
  return [...notes, ...others].sort(byTime)
}
