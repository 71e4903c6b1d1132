import { readConsent } from 'src/lib/consent/readConsent'
import {
  appendMessage,
  RepeatedMessageError,
} from 'src/lib/conversations/appendMessage'
import { publish } from 'src/lib/live/publish'
import { logger } from 'src/lib/logger'

import { chooseSenderAddress } from './chooseSenderAddress'
import { keepSenselessMessage } from './keepSenselessMessage'
import type { InboundMessage } from './parseInboundMessage'

/**
 * Writes an inbound message, once for each SID however often it comes, at the end of its conversation, which it opens
 * again. Returns after the commit.
 */
export async function recordInboundMessage(inbound: InboundMessage) {
  const { sid, channel, from, to, body, numSegments, media, params } = inbound
  if (!sid || !from || !to) {
    return keepSenselessMessage(inbound)
  }
  try {
    const appended = await appendMessage({
      contactAddress: from,
      senderAddress: await chooseSenderAddress(inbound),
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
      consent: readConsent(body, inbound.optOutType),
    })
    const { id: messageId, conversationId, isNew } = appended
    logger.info({ sid, messageId }, 'Inbound message')
    publish(
      { kind: 'messageAdded', messageId, conversationId },
      { kind: 'conversationChanged', conversationId, isNew }
    )
  } catch (error) {
    if (!(error instanceof RepeatedMessageError)) {
      throw error
    }
    logger.info({ sid }, 'Inbound message, again')
  }
}
