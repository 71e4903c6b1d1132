import type { ChannelKind } from '@prisma/client'

import { pool } from 'src/lib/database/pool'
import { ALIVE } from 'src/lib/jobs/liveness'

/** What the jobs of a task do. */
interface Jobs {
  task: string
  waiting: number
  later: number
  running: number
  failed: number
  /** How long the oldest that could run has waited, in seconds. */
  lag: number
}

/** What the database says of all processes together. */
export interface Figures {
  jobs: Jobs[]
  /** Runners of workers that live; a process with a worker has several. */
  workers: number
  /** When Twilio last reported a status, to the minute; in seconds since 1970. */
  lastCallback: number | null
  /** Until when the rollups are counted, likewise. */
  countedUntil: number | null
  /** What Twilio still has of what was redacted here, though it was asked to forget it. */
  twilioCopiesFailing: number
  /** Of the last day, by channel. */
  messages: {
    channel: ChannelKind
    inbound: number
    sent: number
    delivered: number
    failed: number
  }[]
  /** Conversations. */
  folders: { open: number; unread: number; unassigned: number; snoozed: number }
}

/** So many jobs are looked at: the answer must cost little just when there are too many. */
const MOST_JOBS = 50_000

// Rollups, counters and what failed only: none of it grows with the number of messages.
const STATEMENT = `SELECT jsonb_build_object(
  'jobs', (
    SELECT coalesce(jsonb_agg(q), '[]') FROM (
      SELECT task_identifier AS task,
        count(*) FILTER (WHERE is_open AND run_at <= now()) AS waiting,
        count(*) FILTER (WHERE is_open AND run_at > now()) AS later,
        count(*) FILTER (WHERE locked_at IS NOT NULL) AS running,
        count(*) FILTER (WHERE locked_at IS NULL AND attempts >= max_attempts) AS failed,
        coalesce(extract(epoch FROM now() - min(run_at) FILTER (WHERE is_open AND run_at <= now())), 0) AS lag
      FROM (
        SELECT *, locked_at IS NULL AND attempts < max_attempts AS is_open
        FROM graphile_worker.jobs ORDER BY run_at LIMIT ${MOST_JOBS}
      ) j
      GROUP BY task_identifier
    ) q
  ),
  'workers', (
    SELECT count(*) FROM pg_locks
    WHERE locktype = 'advisory' AND classid = ${ALIVE} AND objsubid = 2 AND granted
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
  ),
  'lastCallback', (
    SELECT extract(epoch FROM max(minute)) FROM "WebhookMinute" WHERE webhook = 'twilioCallback' AND result = 'RECORDED'
  ),
  'countedUntil', (SELECT extract(epoch FROM "countedUntil") FROM "RollupMark"),
  'twilioCopiesFailing', (SELECT count(*) FROM "TwilioCopy" WHERE tries > 0),
  'messages', (
    SELECT coalesce(jsonb_agg(q), '[]') FROM (
      SELECT channel, sum(inbound) AS inbound, sum(sent) AS sent, sum(delivered) AS delivered, sum(failed) AS failed
      FROM "MessageRollup" WHERE slot > now() - interval '1 day' GROUP BY channel
    ) q
  ),
  'folders', (
    SELECT jsonb_build_object(
      'open', coalesce(sum(open), 0), 'unread', coalesce(sum(unread), 0),
      'unassigned', coalesce(sum(open) FILTER (WHERE "assigneeId" IS NULL), 0), 'snoozed', coalesce(sum(snoozed), 0)
    ) FROM "InboxCounter"
  )
) AS figures`

/** A load balancer waits for two seconds or more. */
const PATIENCE_MS = 1_500
const KEPT_MS = 5_000

const ask = async (): Promise<Figures> => {
  const query = { text: STATEMENT, query_timeout: PATIENCE_MS }
  const { rows } = await pool.query<{ figures: Figures }>(query)
  return rows[0].figures
}

let latest: { figures: Promise<Figures>; until: number } | undefined

/** The figures, at most five seconds old, however many ask. Rejects where the database does not answer. */
export function readFigures(): Promise<Figures> {
  if (!latest || latest.until < performance.now()) {
    const figures = ask()
    const asked = { figures, until: performance.now() + KEPT_MS }
    latest = asked
    figures.catch(() => {
      if (latest === asked) {
        latest = undefined
      }
    })
  }
  return latest.figures
}

/** How long the oldest job that could run has waited, in seconds. */
export const queueLag = ({ jobs }: Figures) =>
  Math.max(0, ...jobs.map(({ lag }) => lag))
