import { createHash, randomBytes } from 'node:crypto'

import type { Role } from '@prisma/client'

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
export const findApiKey = (key: string) =>
  db.apiKey.findFirst({ where: { hash: hashOf(key), revokedAt: null } })

/** Notes that the key was used, at most once a minute. */
export const noteUse = (id: string) =>
  db.$executeRaw`
    UPDATE "ApiKey" SET "lastUsedAt" = now()
    WHERE id = ${id}::uuid AND ("lastUsedAt" IS NULL OR "lastUsedAt" < now() - interval '1 minute')`
