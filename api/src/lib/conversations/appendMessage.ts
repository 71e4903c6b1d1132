import type {
  ChannelKind,
  MessageDirection,
  MessageStatus,
} from '@prisma/client'
import { v7 as uuid } from 'uuid'

import type { Transaction } from 'src/lib/database/sql'

export interface NewMessage {
  conversationId: string
  direction: MessageDirection
  channel: ChannelKind
  from: string
  to: string
  body: string | null
  status: MessageStatus
  sid?: string
  numSegments?: number
  messagingServiceSid?: string
  sendAt?: Date
  sentById?: string
  apiKeyId?: string
  idempotencyKey?: string
  retryOfId?: string
  validityPeriod?: number
  params?: Record<string, unknown>
  media?: { url: string; contentType?: string }[]
}

/**
 * Writes a message at the end of its conversation, and what the conversation shows of it. The conversation must be
 * locked (`openConversation`): so its messages get strictly increasing times, in the order of their commits.
 *
 * @returns the new row's id; null where a row with this SID, or this author's idempotency key, is there already
 */
export async function appendMessage(
  tx: Transaction,
  message: NewMessage
): Promise<string | null> {
  const inbound = message.direction === 'INBOUND'
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO "Message" (
      id, sid, "conversationId", direction, channel, "from", "to", body, "numSegments", status,
      "messagingServiceSid", "sendAt", "sentById", "apiKeyId", "idempotencyKey", "retryOfId", "validityPeriod",
      params, "createdAt", "updatedAt"
    )
    SELECT
      ${uuid()}::uuid, ${message.sid ?? null}, c.id, ${message.direction}::"MessageDirection",
      ${message.channel}::"ChannelKind", ${message.from}, ${message.to}, ${message.body},
      ${message.numSegments ?? null}::int, ${message.status}::"MessageStatus", ${message.messagingServiceSid ?? null},
      ${message.sendAt ?? null}::timestamptz, ${message.sentById ?? null}::uuid, ${message.apiKeyId ?? null}::uuid,
      ${message.idempotencyKey ?? null}, ${message.retryOfId ?? null}::uuid, ${message.validityPeriod ?? null}::int,
      ${JSON.stringify(message.params ?? null)}::jsonb,
      greatest(clock_timestamp(), c."lastMessageAt" + interval '1 millisecond'), clock_timestamp()
    FROM "Conversation" c
    WHERE c.id = ${message.conversationId}::uuid
      -- Asked before, and not left to ON CONFLICT: an insert that waits for another's index entry, while that one moves
      -- its own row to a new entry, is a deadlock.
      AND NOT EXISTS (SELECT 1 FROM "Message" WHERE sid = ${message.sid ?? null})
      AND NOT EXISTS (
        SELECT 1 FROM "Message" WHERE "idempotencyKey" = ${message.idempotencyKey ?? null}
          AND ("sentById" = ${message.sentById ?? null}::uuid OR "apiKeyId" = ${message.apiKeyId ?? null}::uuid)
      )
    ON CONFLICT DO NOTHING
    RETURNING id`
  if (!row) {
    return null
  }
  await tx.$executeRaw`
    UPDATE "Conversation" c
    SET "lastMessageId" = m.id, "lastMessageAt" = m."createdAt", "messageCount" = c."messageCount" + 1,
      "unreadCount" = c."unreadCount" + ${inbound ? 1 : 0}, "updatedAt" = m."createdAt",
      status = CASE WHEN ${inbound} THEN 'OPEN' ELSE c.status END
    FROM "Message" m
    WHERE m.id = ${row.id}::uuid AND c.id = m."conversationId"`
  if (message.media?.length) {
    const media = message.media.map((one, position) => ({
      ...one,
      id: uuid(),
      position,
    }))
    await tx.$executeRaw`
      INSERT INTO "Media" (id, "messageId", position, url, "contentType")
      SELECT id, ${row.id}::uuid, position, url, "contentType" FROM jsonb_to_recordset(${JSON.stringify(media)}::jsonb)
        AS r(id uuid, position int, url text, "contentType" text)`
  }
  return row.id
}
