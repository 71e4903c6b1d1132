import type { Contact } from '@prisma/client'
import { validate as isUuid } from 'uuid'

import { inTransaction } from 'src/lib/database/inTransaction'
import type { Transaction } from 'src/lib/database/sql'
import { db } from 'src/lib/db'
import { NotFoundError } from 'src/lib/errors'
import { publish } from 'src/lib/live/publish'

/** Whoever changes the same contact comes after the commit. */
const lock = async (tx: Transaction, id: string) => {
  const found = isUuid(id)
    ? await tx.$queryRaw<object[]>`
        SELECT FROM "Contact" WHERE id = ${id}::uuid AND "erasedAt" IS NULL FOR NO KEY UPDATE`
    : []
  if (found.length === 0) {
    throw new NotFoundError('contact')
  }
}

/** Tells every screen that shows one of a contact's conversations. */
export const tellScreens = async (contactId: string) => {
  const conversations = await db.conversation.findMany({
    where: { contactId },
    select: { id: true },
  })
  publish(
    ...conversations.map(({ id }) => ({
      kind: 'conversationChanged' as const,
      conversationId: id,
      isNew: false,
    }))
  )
}

/**
 * Changes a contact, and tells every screen that shows one of its conversations. Changing it to what it is tells nobody.
 *
 * @param change under the contact's lock; says how many rows are another now
 * @throws NOT_FOUND
 */
export async function changeContact(
  id: string,
  change: (tx: Transaction) => PromiseLike<number>
): Promise<Contact> {
  const changed = await inTransaction(async (tx) => {
    await lock(tx, id)
    return change(tx)
  })
  if (changed > 0) {
    await tellScreens(id)
  }
  return db.contact.findUniqueOrThrow({ where: { id } })
}
