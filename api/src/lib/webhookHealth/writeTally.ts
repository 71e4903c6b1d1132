import { pool } from 'src/lib/database/pool'
import { logger } from 'src/lib/logger'

import { returnTally, takeTally } from './tally'

const EVERY_MS = 2_000

/** A database that is away for long must not fill the memory: a day of minutes is kept. */
const MOST = 10_000

/** Writes what was counted since the last time, added to what other processes counted. */
export async function writeTally(): Promise<void> {
  const tally = takeTally()
  if (tally.minutes.length === 0) {
    return
  }
  try {
    await pool.query(
      `WITH minutes AS (
        INSERT INTO "WebhookMinute" (minute, webhook, result, count)
        SELECT * FROM jsonb_to_recordset($1) AS r(minute timestamptz, webhook text, result text, count int)
        ON CONFLICT (minute, webhook, result) DO UPDATE SET count = "WebhookMinute".count + excluded.count
      )
      INSERT INTO "WebhookRefusal" (webhook, reason, "expectedUrl", "signedUrl", count, "lastAt")
      SELECT * FROM jsonb_to_recordset($2)
        AS r(webhook text, reason text, "expectedUrl" text, "signedUrl" text, count int, "lastAt" timestamptz)
      ON CONFLICT (webhook, reason) DO UPDATE SET
        "expectedUrl" = excluded."expectedUrl", "signedUrl" = excluded."signedUrl",
        count = "WebhookRefusal".count + excluded.count, "lastAt" = excluded."lastAt"`,
      [JSON.stringify(tally.minutes), JSON.stringify(tally.refusals)]
    )
  } catch (error) {
    logger.warn({ error }, 'The count of webhooks was not written')
    if (tally.minutes.length < MOST) {
      returnTally(tally)
    }
  }
}

/** Writes the count every two seconds. @returns what stops it, after a last time */
export function keepTally(): () => Promise<void> {
  const timer = setInterval(() => void writeTally(), EVERY_MS)
  return () => {
    clearInterval(timer)
    return writeTally()
  }
}
