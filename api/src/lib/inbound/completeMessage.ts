import { v7 as uuid } from 'uuid'

import { readConsent } from 'src/lib/consent/readConsent'
import { setConsent } from 'src/lib/consent/setConsent'
import {
  repliesWithIds,
  type AutoReplies,
} from 'src/lib/conversations/appendMessage'
import { inTransaction } from 'src/lib/database/inTransaction'
import type { Transaction } from 'src/lib/database/sql'

import type { InboundMessage } from './parseInboundMessage'

const addMedia = (
  tx: Transaction,
  messageId: string,
  media: InboundMessage['media']
) => {
  const rows = media.map((one, position) => ({ ...one, id: uuid(), position }))
  return tx.$executeRaw`
    INSERT INTO "Media" (id, "messageId", position, url, "contentType")
    SELECT r.id, ${messageId}::uuid, r.position, r.url, r."contentType"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (id uuid, position int, url text, "contentType" text)
    ON CONFLICT ("messageId", position) DO NOTHING`
}

const answer = async (
  tx: Transaction,
  messageId: string,
  replies: object[],
  { most, withinSeconds }: AutoReplies
) => {
  const [row] = await tx.$queryRaw<{ reply: string | null }[]>`
    SELECT append_auto_reply(
      ${messageId}::uuid, ${JSON.stringify(replies)}::jsonb, ${most}::int, ${withinSeconds}::float
    ) AS reply`
  return row.reply
}

/** A message that was there before it was whole. */
export interface CompletedMessage {
  id: string
  conversationId: string
  /** The automatic reply that was written with it. */
  reply: string | null
}

/**
 * Completes a message that Twilio was still receiving when it first told of it (`SmsStatus=receiving`): it keeps its
 * place in the thread, gets all that the second webhook brings, and is answered by itself now.
 *
 * @param autoReplies what it may be answered with
 * @returns null where there was nothing to complete: this one has come before
 */
export const completeMessage = (
  { sid, body, optOutType, media, params, numSegments }: InboundMessage,
  autoReplies: AutoReplies | null
): Promise<CompletedMessage | null> =>
  inTransaction(async (tx) => {
    const replies = autoReplies && repliesWithIds(autoReplies)
    if (replies) {
      await tx.$executeRaw`SELECT lock_for_auto_reply(${sid}, ${JSON.stringify(replies)}::jsonb)`
    }
    const [row] = await tx.$queryRaw<Omit<CompletedMessage, 'reply'>[]>`
      UPDATE "Message"
      SET status = 'RECEIVED', body = ${body}, "numSegments" = ${numSegments}, params = ${JSON.stringify(params)}::jsonb,
        -- Clients tell a newer state from an older one by it.
        "updatedAt" = greatest(clock_timestamp(), "updatedAt" + interval '1 millisecond')
      WHERE sid = ${sid} AND status = 'RECEIVING'
      RETURNING id, "conversationId"`
    if (!row) {
      return null
    }
    await addMedia(tx, row.id, media)
    // The list shows its text: a change of the conversation, too.
    await tx.$executeRaw`UPDATE "Conversation" SET "updatedAt" = now() WHERE id = ${row.conversationId}::uuid`
    const consent = readConsent(body, optOutType)
    if (consent) {
      await setConsent(tx, row.conversationId, {
        ...consent,
        messageId: row.id,
      })
    }
    const reply =
      autoReplies && replies
        ? await answer(tx, row.id, replies, autoReplies)
        : null
    return { ...row, reply }
  })
