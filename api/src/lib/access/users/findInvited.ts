import { createHash } from 'node:crypto'

import type { Who } from 'src/lib/audit/entry'
import { db } from 'src/lib/db'

/** As the hash of a link's token is kept. */
export const hashOf = (token: string) =>
  createHash('sha256').update(token).digest('hex')

/** Whose link this is, however old; null where it is nobody's. */
export async function findInvited(token: string): Promise<Who | null> {
  const user = await db.user.findUnique({
    where: { resetToken: hashOf(token) },
    select: { id: true, name: true, email: true },
  })
  return user && { kind: 'USER', ...user }
}
