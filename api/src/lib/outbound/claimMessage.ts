import type { Message } from '@prisma/client'

import { config } from 'src/lib/config/config'
import { db } from 'src/lib/db'

/** A message in our hands, until the lease runs out. */
export interface Claim {
  message: Message & { mediaUrls: string[] }
  /** Which attempt this is; what comes of it is written only while it is still this one. */
  attempt: number
}

/** Longer than a call to Twilio can take: a lease that ran out means that its holder died, or can't write any more. */
export const LEASE_SECONDS = Math.ceil(config.twilio.timeoutMs / 1000) + 20

/**
 * Takes a message that waits to be sent, if nobody has it. A lease that ran out is not free again: its outcome is
 * unknown, so it belongs to the reconciler and never to the next sender.
 */
export async function claimMessage(id: string): Promise<Claim | null> {
  const [message] = await db.$queryRaw<Message[]>`
    UPDATE "Message"
    SET status = 'PENDING', attempt = attempt + 1, "attemptedAt" = clock_timestamp(),
      "claimedUntil" = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS})
    WHERE id = ${id}::uuid AND direction = 'OUTBOUND' AND status IN ('PENDING', 'SCHEDULED') AND sid IS NULL
      AND "claimedUntil" IS NULL
      -- Twilio keeps a Messaging Service's scheduled messages, and we all others.
      AND ("sendAt" IS NULL OR "messagingServiceSid" IS NOT NULL OR "sendAt" <= clock_timestamp())
    RETURNING *`
  if (!message) {
    return null
  }
  const media = await db.media.findMany({
    where: { messageId: id },
    orderBy: { position: 'asc' },
  })
  return {
    message: { ...message, mediaUrls: media.map(({ url }) => url) },
    attempt: message.attempt,
  }
}
