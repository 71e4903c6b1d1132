import type { Message } from '@prisma/client'
import { validate as isUuid } from 'uuid'

import { db } from 'src/lib/db'
import { badUserInput, NotFoundError } from 'src/lib/errors'
import { isMessagingService } from 'src/lib/messaging/address'
import { canRetry } from 'src/lib/messaging/retry'

import type { Author } from './enqueueMessage'
import { draftMediaOf } from './mediaOf'
import { resendConversationMessage } from './sendConversationMessage'
import { sendDraft } from './sendMessage'

const NOT_AGAIN =
  'This message can not be sent again: it has not failed for good, or it would fail again.'

/** A message to be sent again as it was: the sender of the conversation, the same text and media. */
const draftOf = async (message: Message) => {
  const { senderAddress } = await db.conversation.findUniqueOrThrow({
    where: { id: message.conversationId },
  })
  const media = await db.media.findMany({
    where: { messageId: message.id },
    orderBy: { position: 'asc' },
  })
  if (media.some(({ removedAt }) => removedAt)) {
    throw badUserInput(NOT_AGAIN)
  }
  return {
    channel: message.channel === 'WHATSAPP' ? 'WHATSAPP' : 'SMS',
    to: message.to,
    from: senderAddress,
    messagingServiceSid: isMessagingService(senderAddress)
      ? senderAddress
      : null,
    body: message.body ?? '',
    ...draftMediaOf(media),
    sendAt: null,
    validityPeriod: message.validityPeriod,
  } as const
}

/**
 * Sends a failed message again, as a new one that is linked to it. Pressed twice, it is sent once: a message has one
 * retry, and who wants another one retries that.
 *
 * @throws NOT_FOUND, BAD_USER_INPUT (its state or its error doesn't allow it), OPTED_OUT
 */
export async function retryMessage(id: string, author: Author) {
  const message = isUuid(id)
    ? await db.message.findUnique({ where: { id } })
    : null
  if (!message) {
    throw new NotFoundError('message')
  }
  if (!canRetry(message)) {
    throw badUserInput(NOT_AGAIN)
  }
  if (message.channel === 'CHAT') {
    return resendConversationMessage(message, author)
  }
  return sendDraft(await draftOf(message), author, { retryOfId: id })
}
