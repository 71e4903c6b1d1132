import { twilioClient } from './twilioClient'

interface ConversationsWebhook {
  /** Null where none is set. */
  postWebhookUrl: string | null
  method: string
  /** The events that are told. */
  filters: string[]
}

/**
 * Where Twilio tells of its conversations: for one service, or for the account.
 *
 * @throws what the client throws: Twilio is away, or refuses
 * @see https://www.twilio.com/docs/conversations/conversations-webhooks
 */
export async function fetchConversationsWebhook(
  serviceSid: string | null
): Promise<ConversationsWebhook> {
  const { v1 } = twilioClient.conversations
  const { postWebhookUrl, method, filters } = serviceSid
    ? await v1.services(serviceSid).configuration.webhooks().fetch()
    : await v1.configuration.webhooks().fetch()
  return {
    postWebhookUrl: postWebhookUrl || null,
    method,
    filters: filters ?? [],
  }
}
