import type { Task } from 'graphile-worker'

import { fetchMedia } from 'src/lib/inbound/fetchMedia'

/** Fetches a file that was not there at once, or not soon enough. */
export const fetchSlowMedia: Task = async (payload, { job }) => {
  const isLast = job.attempts >= job.max_attempts
  await fetchMedia((payload as { mediaId: string }).mediaId, isLast)
}
