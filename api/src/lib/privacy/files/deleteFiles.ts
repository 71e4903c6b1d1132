import pLimit from 'p-limit'

import { db } from 'src/lib/db'
import { mediaStorage } from 'src/lib/media/storage/mediaStorage'

/** The files of one run. */
const MOST = 1_000

const AT_ONCE = 8

/**
 * Deletes the bytes of files whose rows are gone. The list of them is written with what takes the rows away, so that what
 * a crash in between leaves is deleted by whoever comes next; to delete a file twice is to delete it.
 *
 * @returns how many
 */
export async function deleteFiles(): Promise<number> {
  const files = await db.fileToDelete.findMany({ take: MOST })
  const limit = pLimit(AT_ONCE)
  await Promise.all(
    files.map(({ id }) =>
      limit(async () => {
        await mediaStorage.delete(id)
        await db.fileToDelete.deleteMany({ where: { id } })
      })
    )
  )
  return files.length
}
