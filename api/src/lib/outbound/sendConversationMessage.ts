import type { Message } from '@prisma/client'
import { validate as isUuid } from 'uuid'

import { db } from 'src/lib/db'
import { badUserInput, NotFoundError } from 'src/lib/errors'
import { checkChatBody, whyChatIsClosed } from 'src/lib/messaging/chatDraft'
import { DraftError } from 'src/lib/messaging/outboundDraft'

import { checkKey } from './checkKey'
import { type ChatDraft, enqueueChatMessage } from './enqueueChatMessage'
import type { Author, Identity } from './enqueueMessage'
import { sendEnqueued } from './sendEnqueued'

const checked = (body: string) => {
  try {
    return checkChatBody(body)
  } catch (error) {
    throw error instanceof DraftError ? badUserInput(error.message) : error
  }
}

const findChat = async (id: string) => {
  const found = isUuid(id)
    ? await db.conversation.findUnique({
        where: { id },
        include: { contact: true, twilio: true },
      })
    : null
  if (!found) {
    throw new NotFoundError('conversation')
  }
  if (!found.twilio) {
    throw badUserInput('This is no Twilio conversation.')
  }
  return { ...found, twilio: found.twilio }
}

/** What others read as who wrote it: a name, and never an address of ours. */
const nameOf = async ({ sentById, apiKeyId }: Author) => {
  const writer = sentById
    ? await db.user.findUnique({ where: { id: sentById } })
    : apiKeyId
      ? await db.apiKey.findUnique({ where: { id: apiKeyId } })
      : null
  return writer?.name || 'Operator'
}

const findEarlier = async (
  { conversationId, body }: ChatDraft,
  author: Author,
  { idempotencyKey, retryOfId }: Identity
) => {
  const earlier = await db.message.findFirstOrThrow({
    where: retryOfId ? { retryOfId } : { ...author, idempotencyKey },
  })
  const isSame =
    earlier.conversationId === conversationId && earlier.body === body
  if (!retryOfId && !isSame) {
    throw badUserInput('This idempotency key was used for another message.')
  }
  return earlier
}

/** Writes a message into a Twilio conversation, tries Twilio at once, and answers with what is known then. */
const send = async (
  conversationId: string,
  body: string,
  author: Author,
  identity: Identity
): Promise<Message> => {
  const { contact, senderAddress, twilio } = await findChat(conversationId)
  const draft = {
    conversationId,
    chatSid: contact.address,
    senderAddress,
    body,
    writtenBy: await nameOf(author),
  }
  const closed = whyChatIsClosed(twilio)
  const enqueued = closed
    ? null
    : await enqueueChatMessage(draft, author, identity)
  if (enqueued) {
    return sendEnqueued(enqueued)
  }
  try {
    return await findEarlier(draft, author, identity)
  } catch (error) {
    throw closed ? badUserInput(closed) : error
  }
}

/**
 * Answers in a Twilio conversation, with the promises of every send: a row before Twilio is called, and never twice.
 *
 * @throws NOT_FOUND, BAD_USER_INPUT (it is closed; the text), OPTED_OUT (all phones that take part have) for what must not become a message
 */
export const sendConversationMessage = async (
  conversationId: string,
  body: string,
  author: Author,
  idempotencyKey?: string | null
): Promise<Message> =>
  send(conversationId, checked(body), author, {
    idempotencyKey: checkKey(idempotencyKey),
  })

/** Writes a failed one again, as a new one that is linked to it: once, however often it is asked. */
export const resendConversationMessage = (
  { id, conversationId, body }: Message,
  author: Author
): Promise<Message> =>
  send(conversationId, body ?? '', author, { retryOfId: id })
