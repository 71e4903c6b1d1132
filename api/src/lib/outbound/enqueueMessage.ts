import { OverloadedError } from 'src/lib/batching/createBatcher'
import { paceOf } from 'src/lib/channels/paceOf'
import {
  appendMessage,
  type NewMessage,
  OptedOutContactError,
  RepeatedMessageError,
} from 'src/lib/conversations/appendMessage'
import { OptedOutError, RateLimitedError } from 'src/lib/errors'
import { publish } from 'src/lib/live/publish'
import type { Draft } from 'src/lib/messaging/outboundDraft'
import { countSegments } from 'src/lib/messaging/segments'

import { type Claim, LEASE_SECONDS } from './claimMessage'
import { mediaOf } from './mediaOf'

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

/** A message that was written, and the claim of who wrote it: null where its time or its turn has still to come. */
export interface EnqueuedMessage {
  id: string
  claim: Claim | null
}

/** How a message that goes at once is sent. */
export const SEND = {
  leaseSeconds: LEASE_SECONDS,
  // When whoever sends it now must be done, or dead.
  lookAfterSeconds: LEASE_SECONDS + 5,
}

/** A draft as a message that is to be sent, at the pace of its sender. */
export const toNewMessage = async (draft: Draft): Promise<NewMessage> => {
  const { channel, to, from, body, sendAt } = draft
  const keptHere = sendAt && !draft.messagingServiceSid
  return {
    contactAddress: to,
    senderAddress: from,
    direction: 'OUTBOUND',
    status: keptHere ? 'SCHEDULED' : 'PENDING',
    channel,
    from,
    to,
    body,
    sendAt,
    messagingServiceSid: draft.messagingServiceSid,
    validityPeriod: draft.validityPeriod,
    numSegments: countSegments(channel, body),
    media: mediaOf(draft),
    send: { ...SEND, segmentsPerSecond: await paceOf(from) },
  }
}

/**
 * Writes a message, and the job that sends it, in one commit; from then on it can't be lost. Who writes it has it
 * claimed, if it is to go at once.
 *
 * @returns null where the same send was written before
 * @throws OPTED_OUT, RATE_LIMITED
 */
export async function enqueueMessage(
  draft: Draft,
  author: Author,
  identity: Identity = {}
): Promise<EnqueuedMessage | null> {
  const takenAt = performance.now()
  try {
    const message = await toNewMessage(draft)
    const appended = await appendMessage({ ...message, ...author, ...identity })
    const { id, conversationId, createdAt, isNew, claimed } = appended
    publish(
      { kind: 'messageAdded', messageId: id, conversationId },
      { kind: 'conversationChanged', conversationId, isNew }
    )
    const claim = {
      message: {
        ...draft,
        media: mediaOf(draft),
        id,
        conversationId,
        createdAt,
      },
      attempt: 1,
      takenAt,
      optedOut: false,
    }
    return { id, claim: claimed ? claim : null }
  } catch (error) {
    if (error instanceof RepeatedMessageError) {
      return null
    }
    if (error instanceof OverloadedError) {
      throw new RateLimitedError()
    }
    throw error instanceof OptedOutContactError ? new OptedOutError() : error
  }
}
