import { readConsent } from 'src/lib/consent/readConsent'
import { setConsent } from 'src/lib/consent/setConsent'
import { appendMessage } from 'src/lib/conversations/appendMessage'
import { openConversation } from 'src/lib/conversations/openConversation'
import { inTransaction } from 'src/lib/database/inTransaction'
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
  const { conversation, messageId } = await inTransaction(async (tx) => {
    const conversation = await openConversation(tx, {
      channel,
      contactAddress: from,
      senderAddress: await chooseSenderAddress(tx, inbound),
    })
    const messageId = await appendMessage(tx, {
      conversationId: conversation.id,
      direction: 'INBOUND',
      status: inbound.complete ? 'RECEIVED' : 'RECEIVING',
      channel,
      sid,
      from,
      to,
      body,
      numSegments: numSegments ?? undefined,
      media,
      params,
    })
    const consent = readConsent(body, params.OptOutType)
    if (messageId && consent) {
      const { allowed, source } = consent
      await setConsent(tx, conversation.id, allowed, source)
    }
    return { conversation, messageId }
  })

  logger.info({ sid, messageId, repeated: !messageId }, 'Inbound message')
  if (messageId) {
    const { id: conversationId, isNew } = conversation
    publish(
      { kind: 'messageAdded', messageId, conversationId },
      { kind: 'conversationChanged', conversationId, isNew }
    )
  }
}
