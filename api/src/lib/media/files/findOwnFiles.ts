import type { StoredFile } from '@prisma/client'
import { validate as isUuid } from 'uuid'

import { sql } from 'src/lib/database/sql'

import type { Owner } from './owner'

/**
 * The files that somebody may send: their own uploads, and whatever a message carries, which everybody sees anyway. Each
 * by its own id or by that of a message's media that it is, in the order that is asked for.
 *
 * @returns null in the place of each that there is not
 */
export async function findOwnFiles(
  ids: string[],
  { sentById, apiKeyId }: Owner
): Promise<(StoredFile | null)[]> {
  const files = await sql.$queryRaw<(StoredFile & { asked: string })[]>`
    SELECT f.*, asked.id AS asked
    FROM unnest(${ids.filter((id) => isUuid(id))}::uuid[]) AS asked (id)
    JOIN "StoredFile" f ON f.id IN (asked.id, (SELECT "fileId" FROM "Media" WHERE id = asked.id))
    WHERE f."uploadedById" = ${sentById}::uuid OR f."apiKeyId" = ${apiKeyId}::uuid
      OR EXISTS (SELECT 1 FROM "Media" WHERE "fileId" = f.id)`
  const found = new Map(files.map(({ asked, ...file }) => [asked, file]))
  return ids.map((id) => found.get(id.toLowerCase()) ?? null)
}
