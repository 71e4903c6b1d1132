import { db } from 'src/lib/db'

/**
 * Gives a job to each file that is to be fetched and has none: it failed in a way that nobody foresaw, was deleted by
 * hand, or is older than fetching.
 *
 * @returns how many there were
 */
export const sweepMedia = () =>
  db.$executeRaw`
    SELECT fetch_media(m.id) FROM "Media" m
    WHERE m.fetching AND m."createdAt" < now() - interval '5 minutes'
      AND NOT EXISTS (
        SELECT 1 FROM graphile_worker.jobs j
        WHERE j.key = 'fetchMedia:' || m.id AND j.attempts < j.max_attempts
      )`
