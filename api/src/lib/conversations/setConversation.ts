import type { Prisma } from '@prisma/client'
import { validate as isUuid } from 'uuid'

import { db } from 'src/lib/db'
import { NotFoundError } from 'src/lib/errors'
import { publish } from 'src/lib/live/publish'

/**
 * Changes what an operator can change of a conversation, and tells every screen. Changing it to what it is tells nobody.
 *
 * @throws NOT_FOUND
 */
export async function setConversation(
  id: string,
  data: Pick<Prisma.ConversationUncheckedUpdateInput, 'status' | 'unreadCount'>
) {
  const found = isUuid(id)
    ? await db.conversation.findUnique({ where: { id } })
    : null
  if (!found) {
    throw new NotFoundError('conversation')
  }
  const same = Object.entries(data).every(
    ([field, value]) => found[field as keyof typeof found] === value
  )
  if (same) {
    return found
  }
  const changed = await db.conversation.update({ where: { id }, data })
  publish({ kind: 'conversationChanged', conversationId: id, isNew: false })
  return changed
}
