import type { StatusEvent } from '@prisma/client'

import { db } from 'src/lib/db'

/** What a report says of whom it is about: Twilio's SID of a participant. */
const participantSid = ({ params }: Pick<StatusEvent, 'params'>) => {
  const sid =
    params && typeof params === 'object' && !Array.isArray(params)
      ? params.ParticipantSid
      : null
  return typeof sid === 'string' ? sid : null
}

/** Whom a delivery receipt of a Twilio conversation is about, as they are called there; null for any other report. */
export async function participantOf(event: StatusEvent) {
  const sid = participantSid(event)
  if (!sid) {
    return null
  }
  const found = await db.participant.findUnique({ where: { sid } })
  return found?.identity ?? found?.address ?? sid
}

/** Those of a Twilio conversation that a message did not reach: their way ended, and not on their phone. */
export async function missedBy(messageId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT coalesce(p.identity, p.address, e.sid) AS name
    FROM (
      SELECT params ->> 'ParticipantSid' AS sid, max(status::"MessageStatus") AS furthest
      FROM "StatusEvent"
      WHERE "messageId" = ${messageId}::uuid AND params ? 'ParticipantSid' AND disposition <> 'UNKNOWN'
      GROUP BY 1
    ) e
    LEFT JOIN "Participant" p ON p.sid = e.sid
    WHERE furthest IN ('FAILED', 'UNDELIVERED')
    ORDER BY 1`
  return rows.map(({ name }) => name)
}
