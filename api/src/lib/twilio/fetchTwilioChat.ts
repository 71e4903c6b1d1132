import type { ChatFacts } from './chatFacts'
import { chatService } from './chatService'
import { readChat } from './readChat'

/** A conversation by its SID or unique name; null where Twilio has none. */
export async function fetchTwilioChat(
  serviceSid: string | undefined,
  name: string
): Promise<ChatFacts | null> {
  try {
    return readChat(await chatService(serviceSid).conversations(name).fetch())
  } catch (error) {
    if ((error as { status?: number }).status === 404) {
      return null
    }
    throw error
  }
}
