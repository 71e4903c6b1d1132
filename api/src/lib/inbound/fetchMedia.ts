import { sql } from 'src/lib/database/sql'
import { logger } from 'src/lib/logger'
import { download } from 'src/lib/media/received/download'
import { keepReceived } from 'src/lib/media/received/keepReceived'
import { MediaError } from 'src/lib/media/received/mediaError'
import { readReceived } from 'src/lib/media/received/readReceived'

import { tellOfMedia } from './tellOfMedia'

/** For 25 MB over a slow line. */
const PATIENCE_MS = 30_000

const giveUp = async (mediaId: string, { message }: Error) => {
  await sql.$executeRaw`
    UPDATE "Media" SET fetching = false, problem = ${message} WHERE id = ${mediaId}::uuid AND fetching`
  await tellOfMedia(mediaId)
}

/**
 * Fetches a message's file and keeps it. What can't be had at last says why.
 *
 * @param isLast whether nobody will try again
 * @param patienceMs how long its server may take
 * @throws MediaError, or the storage's or the database's error: to be tried again
 */
export async function fetchMedia(
  mediaId: string,
  isLast: boolean,
  patienceMs = PATIENCE_MS
): Promise<void> {
  const [media] = await sql.$queryRaw<{ url: string }[]>`
    SELECT url FROM "Media" WHERE id = ${mediaId}::uuid AND fetching AND url IS NOT NULL`
  if (!media) {
    return
  }
  try {
    const received = await readReceived(await download(media.url, patienceMs))
    if (await keepReceived(mediaId, received)) {
      await tellOfMedia(mediaId)
    }
  } catch (error) {
    const known = error instanceof MediaError ? error : null
    if (!isLast && !known?.isFinal) {
      throw error
    }
    logger.warn({ error, mediaId }, 'A file could not be fetched')
    await giveUp(mediaId, known ?? new Error('It could not be kept.'))
  }
}
