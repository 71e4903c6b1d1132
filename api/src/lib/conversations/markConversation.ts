import type { Actor } from 'src/lib/auth'

import { changeConversation } from './changeConversation'

/** Somebody has seen what the contact wrote. */
export const markRead = (id: string, actor: Actor) =>
  changeConversation(
    id,
    actor,
    (tx) =>
      tx.$executeRaw`
        UPDATE "Conversation" SET "unreadCount" = 0 WHERE id = ${id}::uuid AND "unreadCount" > 0`
  )

/** Makes the contact's latest message unread, where there is one; what is unread already stays so, all of it. */
export const markUnread = (id: string, actor: Actor) =>
  changeConversation(
    id,
    actor,
    (tx) =>
      tx.$executeRaw`
        UPDATE "Conversation" SET "unreadCount" = 1 WHERE id = ${id}::uuid AND "unreadCount" = 0
          AND EXISTS (SELECT FROM "Message" WHERE "conversationId" = ${id}::uuid AND direction = 'INBOUND')`
  )
