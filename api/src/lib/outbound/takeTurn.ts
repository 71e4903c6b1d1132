import { config } from 'src/lib/config/config'
import type { Transaction } from 'src/lib/database/sql'

/** Nearer than this a turn is now. */
const NOW_SECONDS = 0.05

/**
 * Gives a message its turn in the pace of its sender, in segments per second over all processes: the sender's row says
 * when its next segment may go, by the database's clock.
 *
 * @returns when its turn is; null where it is now, or nothing paces
 */
export async function takeTurn(
  tx: Transaction,
  messageId: string
): Promise<Date | null> {
  const rate = config.twilio.segmentsPerSecond
  if (!rate) {
    return null
  }
  const [turn] = await tx.$queryRaw<{ at: Date; isNow: boolean }[]>`
    WITH message AS (
      SELECT "from" AS sender, make_interval(secs => coalesce("numSegments", 1)::float / ${rate}::int) AS cost
      FROM "Message" WHERE id = ${messageId}::uuid
    ), pace AS (
      INSERT INTO "SenderPace" AS pace (sender, "freeAt")
      SELECT sender, clock_timestamp() + cost FROM message
      ON CONFLICT (sender) DO UPDATE
        SET "freeAt" = greatest(pace."freeAt", clock_timestamp()) + (SELECT cost FROM message)
      RETURNING "freeAt"
    ), turn AS (
      SELECT pace."freeAt" - message.cost AS at FROM pace, message
    )
    UPDATE "Message" SET "paceAt" = turn.at FROM turn WHERE id = ${messageId}::uuid
    RETURNING turn.at, turn.at < clock_timestamp() + make_interval(secs => ${NOW_SECONDS}) AS "isNow"`
  return turn.isNow ? null : turn.at
}
