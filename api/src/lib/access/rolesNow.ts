import type { Role } from '@prisma/client'

import type { CurrentUser } from 'src/lib/auth'
import { db } from 'src/lib/db'

/** The roles that these people and programs have by now; who is not in it may do nothing any more. */
export async function rolesNow(
  asked: readonly CurrentUser[]
): Promise<Map<string, Role>> {
  const idsOf = (kind: CurrentUser['kind']) => ({
    in: asked.filter((one) => one.kind === kind).map(({ id }) => id),
  })
  const [users, keys] = await Promise.all([
    db.user.findMany({
      where: { id: idsOf('user') },
      select: { id: true, role: true },
    }),
    db.apiKey.findMany({
      where: { id: idsOf('apiKey'), revokedAt: null },
      select: { id: true, role: true },
    }),
  ])
  return new Map([...users, ...keys].map(({ id, role }) => [id, role]))
}
