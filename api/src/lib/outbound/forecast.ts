import { paceOf } from 'src/lib/channels/paceOf'
import { db } from 'src/lib/db'
import { QUEUE_HOURS, senderRate } from 'src/lib/messaging/senderRate'

/** What waits at a sender, and how long it takes. */
export interface Forecast {
  sender: string
  /** Segments that were not sent yet. */
  waitingSegments: number
  /** Null where it can't be known. */
  segmentsPerSecond: number | null
  /** Seconds until what waits is sent. */
  secondsToDrain: number | null
  /** What the sender's queue at Twilio can hold. */
  queueSegments: number | null
}

/** How long what is sent now has to wait at its sender, and whether Twilio's queue has room for it. */
export async function forecast(sender: string): Promise<Forecast> {
  const [{ waiting }] = await db.$queryRaw<{ waiting: number }[]>`
    SELECT coalesce(sum(coalesce("numSegments", 1)), 0)::int AS waiting FROM "Message"
    WHERE direction = 'OUTBOUND' AND status < 'CANCELED' AND status < 'SENT' AND status <> 'SCHEDULED'
      AND ("from" = ${sender} OR "messagingServiceSid" = ${sender})
      AND "createdAt" > now() - make_interval(hours => ${QUEUE_HOURS})`
  const rate = (await paceOf(sender)) ?? senderRate(sender)
  return {
    sender,
    waitingSegments: waiting,
    segmentsPerSecond: rate,
    secondsToDrain: rate && Math.ceil(waiting / rate),
    queueSegments: rate && rate * QUEUE_HOURS * 3600,
  }
}
