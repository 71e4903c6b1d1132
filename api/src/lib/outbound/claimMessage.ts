import type { Message } from '@prisma/client'

import { config } from 'src/lib/config/config'
import { sql } from 'src/lib/database/sql'
import type { MessageToCreate } from 'src/lib/twilio/createTwilioMessage'

import type { Attachment } from './mediaOf'

/** What sending a message needs to know of it. */
export type ClaimedMessage = Omit<MessageToCreate, 'mediaUrls'> &
  Pick<Message, 'conversationId' | 'createdAt'> & {
    media: Attachment[]
    /** In a Twilio conversation: who wrote it, as the others read it. */
    author?: string | null
  }

/** A message in our hands, until the lease runs out. */
export interface Claim {
  message: ClaimedMessage
  /** Which attempt this is; what comes of it is written only while it is still this one. */
  attempt: number
  /** When it is to be sent: since it was taken, or when its turn comes. By this process's monotonic clock, in milliseconds. */
  takenAt: number
  /** The contact has opted out since it was written. */
  optedOut: boolean
}

interface Terms {
  optedOut: boolean
  /** Until its turn. */
  secondsToWait: number
}

/** Longer than two calls to Twilio can take (see `isFresh`): a lease that ran out means that its holder died, or can't write any more. */
export const LEASE_SECONDS = 2 * Math.ceil(config.twilio.timeoutMs / 1000) + 5

/**
 * Takes a message that waits to be sent, if nobody has it, its time has come, and its sender's pace allows it: see
 * `claim_message` in the migrations.
 */
export async function claimMessage(id: string): Promise<Claim | null> {
  const begun = performance.now()
  const [row] = await sql.$queryRaw<(Message & Terms)[]>`
    SELECT m.*, greatest(0, extract(epoch FROM "attemptedAt" - clock_timestamp()))::float AS "secondsToWait", (
      SELECT "optedOutAt" IS NOT NULL OR c.channel = 'CHAT' AND is_chat_opted_out(c.id)
      FROM "Conversation" c WHERE c.id = "conversationId"
    ) AS "optedOut"
    FROM claim_message(
      ${id}::uuid, make_interval(secs => ${LEASE_SECONDS}), coalesce((
        SELECT ch."segmentsPerSecond" FROM "Message" w
        JOIN "Conversation" c ON c.id = w."conversationId" JOIN "Channel" ch ON ch.address = c."senderAddress"
        WHERE w.id = ${id}::uuid
      ), ${config.twilio.segmentsPerSecond ?? null}::float)
    ) m`
  if (!row) {
    return null
  }
  const { optedOut, secondsToWait, ...message } = row
  const takenAt = secondsToWait
    ? performance.now() + secondsToWait * 1000
    : begun
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
