import type { Task } from 'graphile-worker'

import { fetchMedia as fetch } from 'src/lib/inbound/fetchMedia'
import { logger } from 'src/lib/logger'

/** Nearly every file is here by then. */
const PATIENCE_MS = 5_000

/** Half an hour. */
const MORE_ATTEMPTS = 7

/**
 * Fetches a file that was sent to us, if that is quick. What is not goes where it keeps no other file waiting
 * (`fetchSlowMedia`): thirty of a server that never answers kept all others away for minutes.
 */
export const fetchMedia: Task = async (payload, { addJob, job }) => {
  const { mediaId } = payload as { mediaId: string }
  try {
    await fetch(mediaId, false, PATIENCE_MS)
  } catch (error) {
    logger.info({ error, mediaId }, 'A file takes its time')
    await addJob('fetchSlowMedia', payload, {
      jobKey: job.key ?? undefined,
      maxAttempts: MORE_ATTEMPTS,
    })
  }
}
