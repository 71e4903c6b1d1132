import { inTransaction } from 'src/lib/database/inTransaction'

import { addSendJob } from './jobs'

/**
 * A message that waits but can't be taken now: somebody has it, or its time has not come. Whoever has it may be dead, so
 * a worker looks again then; without that, the job that came too early would have been the last.
 */
export const postpone = (messageId: string): Promise<void> =>
  inTransaction(async (tx) => {
    const [waiting] = await tx.$queryRaw<{ until: Date | null }[]>`
      SELECT greatest(
        "claimedUntil" + interval '1 second', "paceAt", CASE WHEN "messagingServiceSid" IS NULL THEN "sendAt" END
      ) AS until
      FROM "Message"
      WHERE id = ${messageId}::uuid AND status IN ('PENDING', 'SCHEDULED') AND sid IS NULL`
    if (waiting) {
      // At once, where nothing holds it any more: it may have become free just now.
      await addSendJob(tx, messageId, { at: waiting.until ?? undefined })
    }
  })
