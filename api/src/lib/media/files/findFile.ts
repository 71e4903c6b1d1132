import type { StoredFile } from '@prisma/client'
import { validate as isUuid } from 'uuid'

import { sql } from 'src/lib/database/sql'

/** A file of ours, by its own id or by that of a message's media that it is. */
export async function findFile(id: string): Promise<StoredFile | null> {
  if (!isUuid(id)) {
    return null
  }
  const [file] = await sql.$queryRaw<StoredFile[]>`
    SELECT * FROM "StoredFile"
    WHERE id IN (${id}::uuid, (SELECT "fileId" FROM "Media" WHERE id = ${id}::uuid))`
  return file ?? null
}
