import type { ChatFacts } from './chatFacts'
import { chatService } from './chatService'
import { readChat } from './readChat'

export interface ChatToCreate {
  friendlyName: string | null
  /** Two conversations of one service never have the same: a repetition is refused (50353). */
  uniqueName: string
  participants: {
    identity?: string
    /** With a channel prefix, as Twilio writes it. */
    address?: string
    proxyAddress?: string
  }[]
}

const written = ({
  identity,
  address,
  proxyAddress,
}: ChatToCreate['participants'][number]) =>
  JSON.stringify(
    identity
      ? { identity }
      : { messaging_binding: { address, proxy_address: proxyAddress } }
  )

/**
 * `POST …/ConversationWithParticipants`, whose events come back to us. Twilio may answer before it is done (202): then
 * the conversation is `initializing`, and its events tell when it is active.
 *
 * @throws what the client throws: RestException (an answer of 4xx or 5xx), AxiosError (no answer)
 * @see https://www.twilio.com/docs/conversations/api/conversation-with-participants-resource
 */
export async function createTwilioChat(
  serviceSid: string | undefined,
  { friendlyName, uniqueName, participants }: ChatToCreate
): Promise<ChatFacts> {
  const created = await chatService(
    serviceSid
  ).conversationWithParticipants.create({
    ...(friendlyName && { friendlyName }),
    uniqueName,
    participant: participants.map(written),
    xTwilioWebhookEnabled: 'true',
  })
  return readChat(created)
}
