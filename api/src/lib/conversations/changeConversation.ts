import type { Conversation } from '@prisma/client'
import { validate as isUuid } from 'uuid'

import type { Actor } from 'src/lib/auth'
import { inTransaction } from 'src/lib/database/inTransaction'
import type { Transaction } from 'src/lib/database/sql'
import { db } from 'src/lib/db'
import { NotFoundError } from 'src/lib/errors'
import { publish } from 'src/lib/live/publish'
import { actAs } from 'src/lib/thread/actAs'
import { writtenEntries } from 'src/lib/thread/writtenEntries'

/** Whoever changes the same conversation comes after the commit. */
const lock = async (tx: Transaction, id: string) => {
  const found = isUuid(id)
    ? await tx.$queryRaw<object[]>`
        SELECT FROM "Conversation" WHERE id = ${id}::uuid FOR NO KEY UPDATE`
    : []
  if (found.length === 0) {
    throw new NotFoundError('conversation')
  }
}

/**
 * Changes a conversation, and tells every screen after the commit, also of the entries that triggers wrote into its
 * thread meanwhile. Changing it to what it is tells nobody.
 *
 * @param change under the conversation's lock; says how many rows are another now
 * @throws NOT_FOUND
 */
export async function changeConversation(
  id: string,
  actor: Actor,
  change: (tx: Transaction) => PromiseLike<number>
): Promise<Conversation> {
  const entries = await inTransaction(async (tx) => {
    await lock(tx, id)
    await actAs(tx, actor)
    const changed = await change(tx)
    return changed > 0 ? writtenEntries(tx) : null
  })
  if (entries) {
    publish(
      { kind: 'conversationChanged', conversationId: id, isNew: false },
      ...entries
    )
  }
  return db.conversation.findUniqueOrThrow({ where: { id } })
}
