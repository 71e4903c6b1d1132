import { chatService } from './chatService'
import { ownMessageId } from './ownMessageId'

/** Pages of a hundred: further back nothing is that was written within the day in which an outcome is unknown. */
const MOST = 1_000

/**
 * Looks for what we wrote into a conversation by our id, newest first.
 *
 * @param chat the conversation (CH…), and its service
 * @returns its SID; null: Twilio does not have it
 * @throws what the client throws: Twilio is away, or refuses
 */
export async function findChatMessage(
  { to, from }: { to: string; from: string },
  messageId: string
): Promise<string | null> {
  const messages = await chatService(from)
    .conversations(to)
    .messages.list({ order: 'desc', pageSize: 100, limit: MOST })
  const found = messages.find(
    ({ attributes }) => ownMessageId(attributes) === messageId
  )
  return found?.sid ?? null
}
