import type { Role } from '@prisma/client'

import type { CurrentUser } from 'src/lib/auth'
import { sql } from 'src/lib/database/sql'

import { areLasting } from './sessions/sessions'

/** By what somebody is let in: a login, or a key. */
export const loginOf = ({ id, sessionId }: CurrentUser) => sessionId ?? id

/** The roles that these logins and keys have by now; what is not in it lets in nobody any more. */
export async function rolesNow(
  asked: readonly CurrentUser[]
): Promise<Map<string, Role>> {
  const ids = (kind: CurrentUser['kind']) =>
    asked.filter((one) => one.kind === kind).map(loginOf)
  const [sessions, keys] = await Promise.all([
    areLasting(ids('user')),
    sql.$queryRaw<{ id: string; role: Role }[]>`
      SELECT id, role FROM "ApiKey"
      WHERE id = ANY (${ids('apiKey')}::uuid[])
        AND "revokedAt" IS NULL AND ("expiresAt" IS NULL OR "expiresAt" > now())`,
  ])
  return new Map([...sessions, ...keys].map(({ id, role }) => [id, role]))
}
