import { sql } from 'src/lib/database/sql'

/** A badge says no more than "99+", and a campaign that failed has thousands. */
const ENOUGH = 100

/**
 * How many messages need attention (see failedMessages), counted up to 100. It walks Message_failed_idx from its end and
 * stops, where Prisma's count would read the retries of the whole table first.
 */
export async function countFailed() {
  const [{ count }] = await sql.$queryRaw<[{ count: number }]>`
    SELECT count(*)::int AS count FROM (
      SELECT FROM "Message" failed
      WHERE direction = 'OUTBOUND' AND status IN ('FAILED', 'UNDELIVERED')
        AND NOT EXISTS (
          SELECT FROM "Message" retry WHERE retry."retryOfId" = failed.id
        )
      ORDER BY "createdAt" DESC, id DESC
      LIMIT ${ENOUGH}
    ) AS latest`
  return count
}
