import { sql } from 'src/lib/database/sql'
import { mediaStorage } from 'src/lib/media/storage/mediaStorage'

/** A draft, which holds its uploads, survives a week that the operator was away. */
const KEPT_DAYS = 7

/**
 * Forgets uploads that no message carries. First the row and then the file, as a row without its file must never be.
 *
 * @returns how many
 */
export async function pruneUploads(): Promise<number> {
  const forgotten = await sql.$queryRaw<{ id: string }[]>`
    DELETE FROM "StoredFile" f
    WHERE f."createdAt" < now() - make_interval(days => ${KEPT_DAYS})
      AND NOT EXISTS (SELECT 1 FROM "Media" WHERE "fileId" = f.id)
      AND NOT EXISTS (SELECT 1 FROM "Media" WHERE "thumbnailId" = f.id)
    RETURNING id`
  for (const { id } of forgotten) {
    await mediaStorage.delete(id)
  }
  return forgotten.length
}
