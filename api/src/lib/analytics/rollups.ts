import type { ChannelKind } from '@prisma/client'

import { sql } from 'src/lib/database/sql'

import type { Span } from './readSpan'

export interface Figures {
  inbound: number
  /** Outbound, without what waits or was canceled. */
  sent: number
  delivered: number
  failed: number
}

interface OfDay {
  /** yyyy-mm-dd, of the span's time zone. */
  day: string
  channel: ChannelKind
}

export const readFigures = ({ since, until, timeZone, channel }: Span) =>
  sql.$queryRaw<(OfDay & Figures)[]>`
    SELECT to_char(slot AT TIME ZONE ${timeZone}, 'YYYY-MM-DD') AS day, channel, sum(inbound)::int AS inbound,
      sum(sent)::int AS sent, sum(delivered)::int AS delivered, sum(failed)::int AS failed
    FROM "MessageRollup"
    WHERE slot >= ${since} AND slot < ${until} AND channel = coalesce(${channel}::"ChannelKind", channel)
    GROUP BY 1, 2 ORDER BY 1, 2`

export interface Hour {
  /** 1 is Monday. */
  weekday: number
  hour: number
  inbound: number
  sent: number
}

export const readHours = ({ since, until, timeZone, channel }: Span) =>
  sql.$queryRaw<Hour[]>`
    SELECT extract(isodow FROM slot AT TIME ZONE ${timeZone})::int AS weekday,
      extract(hour FROM slot AT TIME ZONE ${timeZone})::int AS hour, sum(inbound)::int AS inbound, sum(sent)::int AS sent
    FROM "MessageRollup"
    WHERE slot >= ${since} AND slot < ${until} AND channel = coalesce(${channel}::"ChannelKind", channel)
    GROUP BY 1, 2 ORDER BY 1, 2`

/** Most frequent first; code 0 is a failure without one. */
export const readErrors = ({ since, until, timeZone, channel }: Span) =>
  sql.$queryRaw<(OfDay & { code: number; count: number })[]>`
    SELECT to_char(slot AT TIME ZONE ${timeZone}, 'YYYY-MM-DD') AS day, channel, code, sum(count)::int AS count
    FROM "ErrorRollup"
    WHERE slot >= ${since} AND slot < ${until} AND channel = coalesce(${channel}::"ChannelKind", channel)
    GROUP BY 1, 2, 3 ORDER BY 4 DESC, 3`

export interface Responses {
  /** How many first answers of a person there were. */
  answers: number
  medianSeconds: number | null
  p90Seconds: number | null
}

/** Of each day and channel, of each day (channel is null), and of all (both are). */
export const readResponses = ({ since, until, timeZone, channel }: Span) =>
  sql.$queryRaw<
    ({ day: string | null; channel: ChannelKind | null } & Responses)[]
  >`
    WITH answer AS (
      SELECT to_char(slot AT TIME ZONE ${timeZone}, 'YYYY-MM-DD') AS day, channel, bucket, sum(count) AS count
      FROM "ResponseRollup"
      WHERE slot >= ${since} AND slot < ${until} AND channel = coalesce(${channel}::"ChannelKind", channel)
      GROUP BY GROUPING SETS ((1, 2, 3), (1, 3), (3))
    ),
    placed AS (
      SELECT *, sum(count) OVER (PARTITION BY day, channel ORDER BY bucket) AS place,
        sum(count) OVER (PARTITION BY day, channel) AS total
      FROM answer
    )
    SELECT day, channel, max(total)::int AS answers,
      response_seconds(min(bucket) FILTER (WHERE place >= total * 0.5)) AS "medianSeconds",
      response_seconds(min(bucket) FILTER (WHERE place >= total * 0.9)) AS "p90Seconds"
    FROM placed
    GROUP BY day, channel`
