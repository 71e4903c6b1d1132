import type { Task } from 'graphile-worker'

import { wakeConversation as wake } from 'src/lib/conversations/wakeConversation'

/** Opens a conversation that was snoozed until now. */
export const wakeConversation: Task = async (payload) => {
  await wake((payload as { conversationId: string }).conversationId)
}
