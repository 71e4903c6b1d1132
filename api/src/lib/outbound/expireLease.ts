import { config } from 'src/lib/config/config'
import { inTransaction } from 'src/lib/database/inTransaction'

import { addConfirmJob } from './jobs'

/** A message whose state changed. */
export interface Changed {
  messageId: string
  conversationId: string
}

/** A claim that nobody settled in time: whether Twilio has the message can't be known from here, so Twilio is asked. */
export const expireLease = (messageId: string): Promise<Changed | null> =>
  inTransaction(async (tx) => {
    const [changed] = await tx.$queryRaw<Changed[]>`
      UPDATE "Message"
      SET status = 'UNCONFIRMED', "claimedUntil" = NULL, "errorDetail" = 'its sender stopped before Twilio answered',
        "updatedAt" = greatest(clock_timestamp(), "updatedAt" + interval '1 millisecond')
      WHERE id = ${messageId}::uuid AND status = 'PENDING' AND sid IS NULL AND "claimedUntil" < clock_timestamp()
      RETURNING id AS "messageId", "conversationId"`
    if (changed) {
      await addConfirmJob(tx, messageId, config.reconcileUnconfirmedSeconds)
    }
    return changed ?? null
  })
