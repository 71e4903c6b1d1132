import { appendMessage } from 'src/lib/conversations/appendMessage'
import { openConversation } from 'src/lib/conversations/openConversation'
import { inTransaction } from 'src/lib/database/inTransaction'
import type { Transaction } from 'src/lib/database/sql'
import { OptedOutError } from 'src/lib/errors'
import { publish } from 'src/lib/live/publish'
import type { Draft } from 'src/lib/messaging/outboundDraft'
import { countSegments } from 'src/lib/messaging/segments'

import { LEASE_SECONDS } from './claimMessage'
import { addSendJob } from './jobs'
import { takeTurn } from './takeTurn'

/** Who sends: a person or a program. */
export interface Author {
  sentById?: string
  apiKeyId?: string
}

/** What makes two sends one: the author's own key, or the message that both send again. */
export interface Identity {
  idempotencyKey?: string
  retryOfId?: string
}

/** The same send was written before. */
class AlreadySent extends Error {}

/** When a worker is to look after a message that is sent at once: when whoever sends it now must be done, or dead. */
const LOOK_AFTER_SECONDS = LEASE_SECONDS + 5

/** The conversation is locked, so whoever presses twice comes here one after the other. */
const checkFirstRetry = async (tx: Transaction, retryOfId?: string) => {
  if (!retryOfId) {
    return
  }
  const retries = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Message" WHERE "retryOfId" = ${retryOfId}::uuid LIMIT 1`
  if (retries.length > 0) {
    throw new AlreadySent()
  }
}

const write = async (
  tx: Transaction,
  draft: Draft,
  author: Author,
  { idempotencyKey, retryOfId }: Identity
) => {
  const { sendAt, messagingServiceSid, validityPeriod } = draft
  const conversation = await openConversation(tx, {
    channel: draft.channel,
    contactAddress: draft.to,
    senderAddress: draft.from,
  })
  if (conversation.optedOutAt) {
    throw new OptedOutError()
  }
  await checkFirstRetry(tx, retryOfId)
  // Twilio keeps a Messaging Service's messages for later; all others are kept here.
  const keptHere = sendAt && !messagingServiceSid
  const messageId = await appendMessage(tx, {
    ...author,
    conversationId: conversation.id,
    direction: 'OUTBOUND',
    status: keptHere ? 'SCHEDULED' : 'PENDING',
    channel: draft.channel,
    from: draft.from,
    to: draft.to,
    body: draft.body,
    numSegments: countSegments(draft.channel, draft.body),
    messagingServiceSid: messagingServiceSid ?? undefined,
    sendAt: sendAt ?? undefined,
    validityPeriod: validityPeriod ?? undefined,
    idempotencyKey,
    retryOfId,
    media: draft.mediaUrls.map((url) => ({ url })),
  })
  if (!messageId) {
    throw new AlreadySent()
  }
  const at = keptHere ? sendAt : await takeTurn(tx, messageId)
  await addSendJob(
    tx,
    messageId,
    at ? { at } : { inSeconds: LOOK_AFTER_SECONDS }
  )
  return { messageId, conversation }
}

/**
 * Writes a message, and the job that sends it, in one commit; from then on it can't be lost.
 *
 * @returns the id of its row; null where the same send was written before
 * @throws OPTED_OUT
 */
export async function enqueueMessage(
  draft: Draft,
  author: Author,
  identity: Identity = {}
): Promise<string | null> {
  try {
    const { messageId, conversation } = await inTransaction((tx) =>
      write(tx, draft, author, identity)
    )
    const { id: conversationId, isNew } = conversation
    publish(
      { kind: 'messageAdded', messageId, conversationId },
      { kind: 'conversationChanged', conversationId, isNew }
    )
    return messageId
  } catch (error) {
    if (error instanceof AlreadySent) {
      return null
    }
    throw error
  }
}
