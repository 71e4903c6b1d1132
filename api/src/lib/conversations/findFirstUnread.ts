import type { Conversation } from '@prisma/client'

import { db } from 'src/lib/db'

/** The oldest of the contact's unread messages, which are its latest ones; null where none is. */
export const findFirstUnread = ({ id, unreadCount }: Conversation) =>
  unreadCount > 0
    ? db.message.findFirst({
        where: { conversationId: id, direction: 'INBOUND' },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        skip: unreadCount - 1,
      })
    : null
