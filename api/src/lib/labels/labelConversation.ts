import { validate as isUuid } from 'uuid'

import type { Actor } from 'src/lib/auth'
import { changeConversation } from 'src/lib/conversations/changeConversation'

import { lockLabel } from './lockLabel'

/**
 * Puts a label on a conversation; a trigger writes so into its thread.
 *
 * @throws NOT_FOUND
 */
export const labelConversation = (id: string, labelId: string, actor: Actor) =>
  changeConversation(id, actor, async (tx) => {
    await lockLabel(tx, labelId)
    return tx.$executeRaw`
      INSERT INTO "ConversationLabel" ("conversationId", "labelId") VALUES (${id}::uuid, ${labelId}::uuid)
      ON CONFLICT DO NOTHING`
  })

/**
 * Takes a label off a conversation; a trigger writes so into its thread. One that was deleted meanwhile is off already.
 *
 * @throws NOT_FOUND
 */
export const unlabelConversation = (
  id: string,
  labelId: string,
  actor: Actor
) =>
  changeConversation(id, actor, async (tx) =>
    isUuid(labelId)
      ? tx.$executeRaw`
          DELETE FROM "ConversationLabel" WHERE "conversationId" = ${id}::uuid AND "labelId" = ${labelId}::uuid`
      : 0
  )
