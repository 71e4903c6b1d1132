import type { Message } from '@prisma/client'

import { db } from 'src/lib/db'

/** A row of ours that a message at Twilio without a row may belong to. */
export interface Claimant {
  attemptedAt: Date
  /** Its attempt may still be answered. */
  isUnderWay: boolean
  mediaCount: number
  /** What it carries, to tell whether two are alike. */
  media: string
}

type Sought = Pick<
  Message,
  'id' | 'channel' | 'to' | 'from' | 'body' | 'messagingServiceSid'
>

/** The sought message as a claimant, and all others of ours without a SID that would look the same at Twilio. */
export async function claimantsOf({
  id,
  channel,
  to,
  from,
  body,
  messagingServiceSid,
}: Sought): Promise<{ own: Claimant; rivals: Claimant[] }> {
  const rows = await db.message.findMany({
    where: {
      ...{ channel, to, from, body, messagingServiceSid },
      direction: 'OUTBOUND',
      sid: null,
      // One that waits and that nobody has claimed is surely not at Twilio.
      OR: [
        { status: 'UNCONFIRMED' },
        { status: 'PENDING', claimedUntil: { not: null } },
      ],
    },
    include: { media: { orderBy: { position: 'asc' } } },
  })
  const claimants = rows.map((row) => ({
    id: row.id,
    attemptedAt: row.attemptedAt ?? row.createdAt,
    isUnderWay: row.claimedUntil !== null,
    mediaCount: row.media.length,
    media: JSON.stringify(row.media.map(({ url, fileId }) => fileId ?? url)),
  }))
  const own = claimants.find((claimant) => claimant.id === id)
  if (!own) {
    throw new Error('The message has a SID by now')
  }
  const rivals = claimants.filter(
    (claimant) => claimant !== own && claimant.mediaCount === own.mediaCount
  )
  return { own, rivals }
}
