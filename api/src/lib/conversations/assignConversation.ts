import type { Role } from '@prisma/client'
import { validate as isUuid } from 'uuid'

import type { Actor } from 'src/lib/auth'
import type { Transaction } from 'src/lib/database/sql'
import { badUserInput } from 'src/lib/errors'

import { changeConversation } from './changeConversation'

/** Who gets it must be here until the commit, and may answer. */
const checkAssignee = async (tx: Transaction, userId: string) => {
  const [user] = isUuid(userId)
    ? await tx.$queryRaw<{ role: Role }[]>`
        SELECT role FROM "User" WHERE id = ${userId}::uuid FOR KEY SHARE`
    : []
  if (!user) {
    throw badUserInput('There is nobody here with this id.')
  }
  if (user.role === 'VIEWER') {
    throw badUserInput('Who may only read can’t be given a conversation.')
  }
}

/**
 * Hands a conversation to somebody, or to nobody.
 *
 * @throws NOT_FOUND, BAD_USER_INPUT (nobody has this id, or who has it may only read)
 */
export const assignConversation = (
  id: string,
  userId: string | null,
  actor: Actor
) =>
  changeConversation(id, actor, async (tx) => {
    if (userId !== null) {
      await checkAssignee(tx, userId)
    }
    return tx.$executeRaw`
      UPDATE "Conversation" SET "assigneeId" = ${userId}::uuid
      WHERE id = ${id}::uuid AND "assigneeId" IS DISTINCT FROM ${userId}::uuid`
  })
