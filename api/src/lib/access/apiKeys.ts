import { createHash, randomBytes } from 'node:crypto'

import type { ApiKey, Role } from '@prisma/client'

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

/** The key's row, while it is valid. */
export async function findApiKey(key: string): Promise<ApiKey | null> {
  const [found] = await sql.$queryRaw<ApiKey[]>`
    SELECT * FROM "ApiKey" WHERE hash = ${hashOf(key)} AND "revokedAt" IS NULL`
  return found ?? null
}

const MINUTE_MS = 60_000

/** Notes that the key was used, at most once a minute. */
export async function noteUse({ id, lastUsedAt }: ApiKey): Promise<void> {
  if (!lastUsedAt || Date.now() - lastUsedAt.getTime() > MINUTE_MS) {
    await sql.$executeRaw`UPDATE "ApiKey" SET "lastUsedAt" = now() WHERE id = ${id}::uuid`
  }
}
