import type { Message } from '@prisma/client'

import { inTransaction } from 'src/lib/database/inTransaction'

import { secondsUntilConfirm } from './backoff'
import { untilDeadline } from './deadline'
import { addConfirmJob } from './jobs'

/** A message whose state changed. */
export interface Changed {
  messageId: string
  conversationId: string
}

type Expired = Pick<
  Message,
  'attempt' | 'createdAt' | 'sendAt' | 'validityPeriod'
>

/** A claim that nobody settled in time: whether Twilio has the message can't be known from here, so Twilio is asked. */
export const expireLease = (messageId: string): Promise<Changed | null> =>
  inTransaction(async (tx) => {
    const [expired] = await tx.$queryRaw<(Changed & Expired)[]>`
      UPDATE "Message"
      SET status = 'UNCONFIRMED', "claimedUntil" = NULL, "errorDetail" = 'its sender stopped before Twilio answered',
        "updatedAt" = greatest(clock_timestamp(), "updatedAt" + interval '1 millisecond')
      WHERE id = ${messageId}::uuid AND status = 'PENDING' AND sid IS NULL AND "claimedUntil" < clock_timestamp()
      RETURNING id AS "messageId", "conversationId", attempt, "createdAt", "sendAt", "validityPeriod"`
    if (!expired) {
      return null
    }
    const inSeconds = secondsUntilConfirm(
      expired.attempt,
      untilDeadline(expired, new Date()) / 1000
    )
    await addConfirmJob(tx, messageId, inSeconds)
    return { messageId, conversationId: expired.conversationId }
  })
