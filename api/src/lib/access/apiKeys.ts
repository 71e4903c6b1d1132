import { createHash, randomBytes } from 'node:crypto'

import type { ApiKey, Role } from '@prisma/client'

import { createBatcher } from 'src/lib/batching/createBatcher'
import { promptQuery } from 'src/lib/database/promptQuery'
import { sql } from 'src/lib/database/sql'
import { db } from 'src/lib/db'

const PREFIX = 'hg_'
const SHOWN = 11

const hashOf = (key: string) => createHash('sha256').update(key).digest('hex')

/** Makes a program's key of 256 random bits. It is returned here and never again: only its hash is kept. */
export async function createApiKey(name: string, role: Role): Promise<string> {
  const key = PREFIX + randomBytes(32).toString('base64url')
  await db.apiKey.create({
    data: { name, role, hash: hashOf(key), prefix: key.slice(0, SHOWN) },
  })
  return key
}

const findByHash = createBatcher<string, ApiKey | null>({
  handle: async (hashes) => {
    const keys = await promptQuery<ApiKey>(
      'find_api_keys',
      'SELECT * FROM "ApiKey" WHERE hash = ANY ($1::text[]) AND "revokedAt" IS NULL',
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
