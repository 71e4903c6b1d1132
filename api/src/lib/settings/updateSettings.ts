import type { UserSettingsInput } from 'types/graphql'

import { db } from 'src/lib/db'

import { readSettings } from './readSettings'

/**
 * Changes what is named and nothing else, in one statement, so that two windows don't undo each other's choices.
 *
 * @throws BAD_USER_INPUT
 */
export async function updateSettings(
  userId: string,
  settings: UserSettingsInput
) {
  const chosen = JSON.stringify(readSettings(settings))
  await db.$executeRaw`
    UPDATE "User"
    SET settings = settings || ${chosen}::jsonb, "updatedAt" = now()
    WHERE id = ${userId}::uuid`
  return db.user.findUniqueOrThrow({ where: { id: userId } })
}
