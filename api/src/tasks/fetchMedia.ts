import type { Task } from 'graphile-worker'

import { fetchMedia as fetch } from 'src/lib/inbound/fetchMedia'

/** Fetches a file that was sent to us. */
export const fetchMedia: Task = async (payload, { job }) => {
  const isLast = job.attempts >= job.max_attempts
  await fetch((payload as { mediaId: string }).mediaId, isLast)
}
