import { createHash, randomBytes } from 'node:crypto'

import type { ApiKey, ApiKeyScope, Role } from '@prisma/client'

import { createBatcher } from 'src/lib/batching/createBatcher'
import { promptQuery } from 'src/lib/database/promptQuery'
import { sql } from 'src/lib/database/sql'
import { db } from 'src/lib/db'
import { publish } from 'src/lib/live/publish'

const PREFIX = 'hg_'
const SHOWN = 11

const hashOf = (key: string) => createHash('sha256').update(key).digest('hex')

interface Limits {
  /** What it may be used for; without them, for all that its role may. */
  scopes?: ApiKeyScope[]
  expiresAt?: Date | null
}

/** Makes a program's key of 256 random bits. It is returned here and never again: only its hash is kept. */
export async function createApiKey(
  name: string,
  role: Role,
  limits: Limits = {}
): Promise<string> {
  const key = PREFIX + randomBytes(32).toString('base64url')
  await db.apiKey.create({
    data: {
      name,
      role,
      ...limits,
      hash: hashOf(key),
      prefix: key.slice(0, SHOWN),
    },
  })
  return key
}

/** Ends a key, and the streams that were opened by it: at once, and for good. Null where there is none. */
export async function revokeApiKey(id: string): Promise<ApiKey | null> {
  await sql.$executeRaw`
    UPDATE "ApiKey" SET "revokedAt" = now()
    WHERE id = ${id}::uuid AND "revokedAt" IS NULL`
  publish({ kind: 'rightsChanged' })
  return db.apiKey.findUnique({ where: { id } })
}

const findByHash = createBatcher<string, ApiKey | null>({
  name: 'findApiKeys',
  handle: async (hashes) => {
    const keys = await promptQuery<ApiKey>(
      'find_api_keys',
      `SELECT *, scopes::text[] AS scopes FROM "ApiKey" WHERE hash = ANY ($1::text[])
        AND "revokedAt" IS NULL AND ("expiresAt" IS NULL OR "expiresAt" > now())`,
      [[...new Set(hashes)]]
    )
    return hashes.map((hash) => keys.find((key) => key.hash === hash) ?? null)
  },
  isOneItemsFault: () => false,
  largest: 500,
  running: 2,
  waiting: 10_000,
})

/**
 * The key's row, while it is valid. Requests that come at the same time are looked up together; none is answered by what
 * was read before it came, so a key that was revoked is refused from then on.
 */
export const findApiKey = (key: string): Promise<ApiKey | null> =>
  findByHash(hashOf(key))

const MINUTE_MS = 60_000

/** Notes that the key was used, at most once a minute. */
export async function noteUse({ id, lastUsedAt }: ApiKey): Promise<void> {
  if (!lastUsedAt || Date.now() - lastUsedAt.getTime() > MINUTE_MS) {
    await sql.$executeRaw`UPDATE "ApiKey" SET "lastUsedAt" = now() WHERE id = ${id}::uuid`
  }
}
