import type { Actor } from 'src/lib/auth'

import { changeConversation } from './changeConversation'

/** Archives a conversation, or opens it again. What happens besides (its thread's entry, the end of its snooze), triggers do. */
export const setStatus = (
  id: string,
  status: 'OPEN' | 'ARCHIVED',
  actor: Actor
) =>
  changeConversation(
    id,
    actor,
    (tx) =>
      tx.$executeRaw`
        UPDATE "Conversation" SET status = ${status}::"ConversationStatus"
        WHERE id = ${id}::uuid AND status <> ${status}::"ConversationStatus"`
  )
