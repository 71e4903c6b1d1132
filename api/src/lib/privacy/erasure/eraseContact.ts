import type { Contact } from '@prisma/client'
import { validate as isUuid } from 'uuid'

import type { Actor } from 'src/lib/auth'
import { tellScreens } from 'src/lib/contacts/changeContact'
import { inTransaction } from 'src/lib/database/inTransaction'
import { db } from 'src/lib/db'
import { badUserInput, ConflictError, NotFoundError } from 'src/lib/errors'
import { actAs } from 'src/lib/thread/actAs'

/**
 * Makes a contact nobody: its name, number and notes are gone at once, its conversations are archived, and a worker takes
 * out what else is kept of it. Who did not want to be written to must still not be. Pressed twice, it is erased once.
 *
 * @param confirmation the contact's address, as somebody typed it: there is no way back
 * @throws NOT_FOUND, BAD_USER_INPUT, CONFLICT (messages are still to be sent, or may have been)
 */
export async function eraseContact(
  id: string,
  confirmation: string,
  by: Actor
): Promise<Contact> {
  const contact = isUuid(id)
    ? await db.contact.findUnique({
        where: { id },
        include: { conversations: { where: { channel: 'CHAT' }, take: 1 } },
      })
    : null
  if (!contact) {
    throw new NotFoundError('contact')
  }
  if (contact.conversations.length > 0) {
    throw badUserInput(
      'A conversation of several is no person. Erase those who take part.'
    )
  }
  if (!contact.erasedAt && confirmation.trim() !== contact.address) {
    throw badUserInput('What you typed is not the number of this contact.')
  }
  const open = await inTransaction(async (tx) => {
    await actAs(tx, by)
    const [row] = await tx.$queryRaw<{ open: number | null }[]>`
      SELECT erase_contact(${id}::uuid) AS open`
    return row.open
  })
  if (open) {
    throw new ConflictError(
      open === 1
        ? 'A message to this contact is still to be sent. Cancel it, or wait for its end.'
        : `${open} messages to this contact are still to be sent. Cancel them, or wait for their end.`
    )
  }
  if (open === 0) {
    await tellScreens(id)
  }
  return db.contact.findUniqueOrThrow({ where: { id } })
}
