import { validate as isUuid } from 'uuid'

import { db } from 'src/lib/db'
import { badUserInput, NotFoundError } from 'src/lib/errors'
import { publish } from 'src/lib/live/publish'

const LONGEST_NAME = 500

/**
 * Names a contact, and tells every screen that shows one of its conversations. An empty name takes the name away.
 *
 * @throws NOT_FOUND, BAD_USER_INPUT (over 500 characters)
 */
export async function renameContact(id: string, name: string) {
  const trimmed = name.trim().replaceAll('\0', '')
  if (trimmed.length > LONGEST_NAME) {
    throw badUserInput(`A name has ${LONGEST_NAME} characters at most.`)
  }
  const found = isUuid(id)
    ? await db.contact.findUnique({
        where: { id },
        select: { conversations: { select: { id: true } } },
      })
    : null
  if (!found) {
    throw new NotFoundError('contact')
  }
  const contact = await db.contact.update({
    where: { id },
    data: { name: trimmed || null },
  })
  publish(
    ...found.conversations.map((conversation) => ({
      kind: 'conversationChanged' as const,
      conversationId: conversation.id,
      isNew: false,
    }))
  )
  return contact
}
