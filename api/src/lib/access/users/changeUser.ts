import type { Role } from '@prisma/client'
import { validate as isUuid } from 'uuid'

import { inTransaction } from 'src/lib/database/inTransaction'
import { ConflictError, NotFoundError } from 'src/lib/errors'
import { publish } from 'src/lib/live/publish'

interface Change {
  role?: Role
  isActive?: boolean
}

/**
 * Gives somebody another role, ends the account, or begins it again. Who is deactivated is logged out everywhere.
 *
 * @throws NOT_FOUND, CONFLICT (nobody would be left who administers)
 */
export async function changeUser(id: string, { role, isActive }: Change) {
  if (!isUuid(id)) {
    throw new NotFoundError('user')
  }
  await inTransaction(async (tx) => {
    // All who administer, so that two of them can't take each other away at the same time.
    await tx.$queryRaw`
      SELECT 1 FROM "User" WHERE role = 'ADMIN' OR id = ${id}::uuid ORDER BY id FOR UPDATE`
    const changed = await tx.$executeRaw`
      UPDATE "User"
      SET role = coalesce(${role ?? null}::"Role", role),
        "deactivatedAt" = CASE ${isActive ?? null}::boolean
          WHEN true THEN NULL
          WHEN false THEN coalesce("deactivatedAt", now())
          ELSE "deactivatedAt"
        END,
        -- A link that is on its way lets in nobody who is activated again.
        "resetToken" = CASE WHEN ${isActive ?? null}::boolean IS false THEN NULL ELSE "resetToken" END,
        "resetTokenExpiresAt" = CASE WHEN ${isActive ?? null}::boolean IS false THEN NULL ELSE "resetTokenExpiresAt" END,
        "updatedAt" = now()
      WHERE id = ${id}::uuid`
    if (changed === 0) {
      throw new NotFoundError('user')
    }
    if (isActive === false) {
      await tx.$executeRaw`DELETE FROM "Session" WHERE "userId" = ${id}::uuid`
    }
    const left = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM "User"
      WHERE role = 'ADMIN' AND "deactivatedAt" IS NULL AND "hashedPassword" <> '' LIMIT 1`
    if (left.length === 0) {
      throw new ConflictError(
        'This is the last administrator: nobody could give the role back.'
      )
    }
  })
  publish({ kind: 'rightsChanged' })
}
