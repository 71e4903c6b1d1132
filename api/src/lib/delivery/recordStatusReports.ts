import type { Disposition } from '@prisma/client'
import type { QueryConfig } from 'pg'

import { pool } from 'src/lib/database/pool'
import type { Transaction } from 'src/lib/database/sql'

import type { StatusReport } from './statusReport'

/** What was done with one report. */
export interface RecordedReport {
  messageId: string | null
  conversationId: string | null
  disposition: Disposition
  /** Whether the message's row is another one now. */
  changed: boolean
}

const STATEMENT = `SELECT "messageId", "conversationId", disposition, changed FROM record_status_reports($1::jsonb) ORDER BY ord`

/** Twilio waits 15 s for an answer: a database that says nothing must have become a 503 before. */
const PATIENCE_MS = 5_000

const query = (values: string[]): QueryConfig & { query_timeout: number } => ({
  name: 'record_status_reports',
  text: STATEMENT,
  values,
  query_timeout: PATIENCE_MS,
})

/**
 * Folds reports into their messages and keeps each as an event: one statement, and without a transaction of the
 * caller's one commit. The rule is `foldReports` in lib/messaging.
 *
 * @returns one for each report, in their order
 * @throws when nothing was recorded: the database is away, or a value that it can't hold
 */
export async function recordStatusReports(
  reports: StatusReport[],
  tx?: Transaction
): Promise<RecordedReport[]> {
  const values = [JSON.stringify(reports)]
  if (tx) {
    return tx.$queryRawUnsafe<RecordedReport[]>(STATEMENT, ...values)
  }
  const { rows } = await pool.query<RecordedReport>(query(values))
  return rows
}
