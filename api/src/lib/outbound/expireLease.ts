import { db } from 'src/lib/db'

/** A message whose state changed. */
export interface Changed {
  messageId: string
  conversationId: string
}

/** A claim that nobody settled in time: whether Twilio has the message can't be known from here. */
export async function expireLease(messageId: string): Promise<Changed | null> {
  const [changed] = await db.$queryRaw<Changed[]>`
    UPDATE "Message"
    SET status = 'UNCONFIRMED', "claimedUntil" = NULL, "errorDetail" = 'its sender stopped before Twilio answered',
      "updatedAt" = greatest(clock_timestamp(), "updatedAt" + interval '1 millisecond')
    WHERE id = ${messageId}::uuid AND status = 'PENDING' AND sid IS NULL
      AND "claimedUntil" < clock_timestamp()
    RETURNING id AS "messageId", "conversationId"`
  return changed ?? null
}
