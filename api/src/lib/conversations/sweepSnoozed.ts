import { db } from 'src/lib/db'

/**
 * Gives a job to each conversation that should have been woken a while ago and has none: it was deleted by hand, or
 * failed 25 times.
 *
 * @returns how many there were
 */
export const sweepSnoozed = () =>
  db.$executeRaw`
    SELECT wake_conversation(c.id, c."snoozedUntil") FROM "Conversation" c
    WHERE c."snoozedUntil" < now() - interval '5 minutes'
      AND NOT EXISTS (
        SELECT 1 FROM graphile_worker.jobs j
        WHERE j.key = 'wakeConversation:' || c.id AND j.attempts < j.max_attempts
      )`
