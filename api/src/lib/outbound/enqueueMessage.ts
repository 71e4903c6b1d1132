import { appendMessage } from 'src/lib/conversations/appendMessage'
import { openConversation } from 'src/lib/conversations/openConversation'
import { db } from 'src/lib/db'
import { publish } from 'src/lib/live/publish'
import type { Draft } from 'src/lib/messaging/outboundDraft'

import { LEASE_SECONDS } from './claimMessage'
import { addSendJob } from './jobs'

/** Who sends: a person or a program. */
export interface Author {
  sentById?: string
  apiKeyId?: string
}

/** The author has used this idempotency key before: nothing was written. */
class KeyIsUsed extends Error {}

/** When a worker is to look after a message that is sent at once: when whoever sends it now must be done, or dead. */
const LOOK_AFTER_SECONDS = LEASE_SECONDS + 5

/**
 * Writes a message, and the job that sends it, in one commit; from then on it can't be lost.
 *
 * @returns the id of its row; null where the author has used the idempotency key before
 */
export async function enqueueMessage(
  draft: Draft,
  author: Author,
  idempotencyKey?: string
): Promise<string | null> {
  const { channel, to, from, messagingServiceSid, body, mediaUrls, sendAt } =
    draft
  const keptHere = sendAt && !messagingServiceSid
  try {
    const { messageId, conversation } = await db.$transaction(async (tx) => {
      const conversation = await openConversation(tx, {
        channel,
        contactAddress: to,
        senderAddress: from,
      })
      const messageId = await appendMessage(tx, {
        ...author,
        conversationId: conversation.id,
        direction: 'OUTBOUND',
        status: keptHere ? 'SCHEDULED' : 'PENDING',
        channel,
        from,
        to,
        body,
        messagingServiceSid: messagingServiceSid ?? undefined,
        sendAt: sendAt ?? undefined,
        idempotencyKey,
        media: mediaUrls.map((url) => ({ url })),
      })
      if (!messageId) {
        throw new KeyIsUsed()
      }
      await addSendJob(
        tx,
        messageId,
        keptHere ? { at: sendAt } : { inSeconds: LOOK_AFTER_SECONDS }
      )
      return { messageId, conversation }
    })
    const { id: conversationId, isNew } = conversation
    publish(
      { kind: 'messageAdded', messageId, conversationId },
      { kind: 'conversationChanged', conversationId, isNew }
    )
    return messageId
  } catch (error) {
    if (error instanceof KeyIsUsed) {
      return null
    }
    throw error
  }
}
