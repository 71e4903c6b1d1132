import { v7 as uuid } from 'uuid'

import { inTransaction } from 'src/lib/database/inTransaction'
import type { Transaction } from 'src/lib/database/sql'
import type { KeptContent } from 'src/lib/media/images/showImage'
import { mediaStorage } from 'src/lib/media/storage/mediaStorage'

import type { Received } from './readReceived'

interface File extends KeptContent {
  id: string
  name: string | null
}

const store = async (
  content: KeptContent,
  name: string | null
): Promise<File> => {
  const id = uuid()
  await mediaStorage.put(id, content.bytes)
  return { ...content, id, name }
}

const write = (
  tx: Transaction,
  { id, contentType, bytes, name, width, height }: File
) =>
  tx.$executeRaw`
    INSERT INTO "StoredFile" (id, "contentType", size, name, width, height)
    VALUES (${id}::uuid, ${contentType}, ${bytes.length}, ${name}, ${width}::int, ${height}::int)`

/**
 * Keeps a file that was sent to us, and shows it where it was announced. First bytes and then rows, so that no row is
 * without its file; who comes second (a job that ran twice) changes nothing.
 *
 * @returns whether it was still wanted
 */
export async function keepReceived(
  mediaId: string,
  { thumbnail, name, ...content }: Received
): Promise<boolean> {
  const file = await store(content, name)
  const small = thumbnail && (await store(thumbnail, null))
  const isWanted = await inTransaction(async (tx) => {
    const [wanted] = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM "Media" WHERE id = ${mediaId}::uuid AND fetching FOR UPDATE`
    if (!wanted) {
      return false
    }
    await write(tx, file)
    if (small) {
      await write(tx, small)
    }
    await tx.$executeRaw`
      UPDATE "Media"
      SET fetching = false, problem = NULL, "fileId" = ${file.id}::uuid, "thumbnailId" = ${small?.id ?? null}::uuid,
        "contentType" = ${file.contentType}, size = ${file.bytes.length}
      WHERE id = ${mediaId}::uuid`
    return true
  })
  if (!isWanted) {
    await Promise.all(
      [file, small].map((one) => one && mediaStorage.delete(one.id))
    )
  }
  return isWanted
}
