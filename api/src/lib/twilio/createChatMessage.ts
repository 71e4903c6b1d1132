import { chatService } from './chatService'
import type { CreatedMessage } from './createTwilioMessage'
import { ownAttributes } from './ownMessageId'

export interface ChatMessageToCreate {
  id: string
  /** CH… */
  to: string
  /** IS… */
  from: string
  body: string | null
  author?: string | null
}

/** Twilio has no status for what it takes into a conversation: it is there, which is what `sent` says. */
const TAKEN = 'sent'

/**
 * `POST …/Conversations/{CH}/Messages`, once: Twilio has no idempotency key. It carries our id, and asks for its own
 * event, which Twilio else keeps from what comes by REST.
 *
 * @throws what the client throws: RestException (an answer of 4xx or 5xx), AxiosError (no answer)
 * @see https://www.twilio.com/docs/conversations/api/conversation-message-resource
 */
export async function createChatMessage({
  id,
  to,
  from,
  body,
  author,
}: ChatMessageToCreate): Promise<CreatedMessage> {
  const created = await chatService(from)
    .conversations(to)
    .messages.create({
      body: body ?? '',
      attributes: ownAttributes(id),
      xTwilioWebhookEnabled: 'true',
      ...(author && { author }),
    })
  // An answer that is none (a proxy's page with a 201) tells nothing of the message.
  if (!created.sid) {
    throw new Error('Twilio answered without a SID')
  }
  return {
    sid: created.sid,
    status: TAKEN,
    from: null,
    numSegments: null,
    errorCode: null,
    errorMessage: null,
  }
}
