import { proposeReplies } from 'src/lib/autoReplies/proposeReplies'
import { readConsent } from 'src/lib/consent/readConsent'
import {
  appendMessage,
  RepeatedMessageError,
} from 'src/lib/conversations/appendMessage'
import { publish } from 'src/lib/live/publish'
import { logger } from 'src/lib/logger'

import { chooseSenderAddress } from './chooseSenderAddress'
import { completeMessage } from './completeMessage'
import { keepSenselessMessage } from './keepSenselessMessage'
import type { InboundMessage } from './parseInboundMessage'

interface Receiving {
  /** It comes so late that an automatic reply would surprise. */
  isLate?: boolean
  /** The contact has said something later about being written to. */
  isSuperseded?: boolean
}

/** What is not whole yet is answered when it is. */
const repliesTo = async (
  inbound: InboundMessage,
  senderAddress: string,
  { isLate }: Receiving
) =>
  isLate || !inbound.complete ? null : proposeReplies(inbound, senderAddress)

const added = (messageId: string, conversationId: string) =>
  ({ kind: 'messageAdded', messageId, conversationId }) as const

const receive = async (
  inbound: InboundMessage,
  sid: string,
  receiving: Receiving
) => {
  const { channel, from, to, body, numSegments, media, params } = inbound
  const senderAddress = await chooseSenderAddress(inbound)
  const appended = await appendMessage({
    contactAddress: from,
    senderAddress,
    direction: 'INBOUND',
    status: inbound.complete ? 'RECEIVED' : 'RECEIVING',
    channel,
    sid,
    from,
    to,
    body,
    numSegments,
    media,
    params,
    sender: inbound.sender,
    consent: receiving.isSuperseded
      ? null
      : readConsent(body, inbound.optOutType),
    autoReplies: await repliesTo(inbound, senderAddress, receiving),
  })
  const { id: messageId, conversationId, isNew, reply, entries } = appended
  logger.info({ sid, messageId, reply }, 'Inbound message')
  publish(
    added(messageId, conversationId),
    ...(reply ? [added(reply, conversationId)] : []),
    { kind: 'conversationChanged', conversationId, isNew },
    ...entries
  )
}

/** With this it may be complete. A late `receiving` says nothing that is not known. */
const complete = async (inbound: InboundMessage, receiving: Receiving) => {
  if (!inbound.complete) {
    return null
  }
  const senderAddress = await chooseSenderAddress(inbound)
  return completeMessage(
    inbound,
    await repliesTo(inbound, senderAddress, receiving)
  )
}

const receiveAgain = async (
  inbound: InboundMessage,
  sid: string,
  receiving: Receiving
) => {
  const completed = await complete(inbound, receiving)
  if (!completed) {
    logger.info({ sid }, 'Inbound message, again')
    return
  }
  const { id: messageId, conversationId, reply } = completed
  logger.info({ sid, messageId, reply }, 'Inbound message, complete')
  publish(
    { kind: 'messageStatusChanged', messageId, conversationId },
    ...(reply ? [added(reply, conversationId)] : []),
    { kind: 'conversationChanged', conversationId, isNew: false }
  )
}

/**
 * Writes an inbound message, once for each SID however often it comes, at the end of its conversation, which it opens
 * again. Returns after the commit.
 */
export async function recordInboundMessage(
  inbound: InboundMessage,
  receiving: Receiving = {}
) {
  const { sid, from, to } = inbound
  if (!sid || !from || !to) {
    return keepSenselessMessage(inbound)
  }
  try {
    await receive(inbound, sid, receiving)
  } catch (error) {
    if (!(error instanceof RepeatedMessageError)) {
      throw error
    }
    await receiveAgain(inbound, sid, receiving)
  }
}
