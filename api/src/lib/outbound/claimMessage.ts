import type { Message } from '@prisma/client'

import { config } from 'src/lib/config/config'
import { sql } from 'src/lib/database/sql'
import type { MessageToCreate } from 'src/lib/twilio/createTwilioMessage'

import type { Attachment } from './mediaOf'

/** What sending a message needs to know of it. */
export type ClaimedMessage = Omit<MessageToCreate, 'mediaUrls'> &
  Pick<Message, 'conversationId' | 'createdAt'> & { media: Attachment[] }

/** A message in our hands, until the lease runs out. */
export interface Claim {
  message: ClaimedMessage
  /** Which attempt this is; what comes of it is written only while it is still this one. */
  attempt: number
  /** When it was taken, by this process's monotonic clock, in milliseconds. */
  takenAt: number
  /** The contact has opted out since it was written. */
  optedOut: boolean
}

/** Longer than two calls to Twilio can take (see `isFresh`): a lease that ran out means that its holder died, or can't write any more. */
export const LEASE_SECONDS = 2 * Math.ceil(config.twilio.timeoutMs / 1000) + 5

/**
 * Takes a message that waits to be sent, if nobody has it. A lease that ran out is not free again: its outcome is
 * unknown, so it belongs to the reconciler and never to the next sender.
 */
export async function claimMessage(id: string): Promise<Claim | null> {
  const takenAt = performance.now()
  const [row] = await sql.$queryRaw<(Message & { optedOut: boolean })[]>`
    UPDATE "Message"
    SET status = 'PENDING', attempt = attempt + 1, "attemptedAt" = clock_timestamp(),
      "claimedUntil" = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS})
    WHERE id = ${id}::uuid AND direction = 'OUTBOUND' AND status IN ('PENDING', 'SCHEDULED') AND sid IS NULL
      AND "claimedUntil" IS NULL
      -- Twilio keeps a Messaging Service's scheduled messages, and we all others.
      AND ("sendAt" IS NULL OR "messagingServiceSid" IS NOT NULL OR "sendAt" <= clock_timestamp())
      AND ("paceAt" IS NULL OR "paceAt" <= clock_timestamp())
    RETURNING *, (
      SELECT "optedOutAt" IS NOT NULL FROM "Conversation" c WHERE c.id = "conversationId"
    ) AS "optedOut"`
  if (!row) {
    return null
  }
  const { optedOut, ...message } = row
  const media = await sql.$queryRaw<Attachment[]>`
    SELECT url, "fileId" FROM "Media" WHERE "messageId" = ${id}::uuid ORDER BY position`
  const { attempt } = message
  return { message: { ...message, media }, attempt, takenAt, optedOut }
}

/**
 * Whether a call to Twilio that begins now would still end within the lease. A process that stood still (stopped,
 * swapped out) since it took the message may no longer send it: by now it may be somebody else's.
 */
export const isFresh = ({ takenAt }: Claim) =>
  performance.now() - takenAt < (LEASE_SECONDS * 1000) / 2
