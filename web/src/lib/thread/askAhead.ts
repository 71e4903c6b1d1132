import { client } from 'src/lib/apollo/client'
import { MESSAGES, PAGE } from 'src/queries/messages'

/**
 * Asks for a conversation's newest messages before it is opened: its thread then finds them, or the question under way,
 * which Apollo does not ask twice. What fails here is asked again by the thread.
 */
export const askAhead = (conversationId: string) =>
  void client
    .query({
      query: MESSAGES,
      variables: { conversationId, last: PAGE },
    })
    .catch(() => {})
