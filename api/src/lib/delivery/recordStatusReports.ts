import type { Disposition } from '@prisma/client'

import { promptQuery } from 'src/lib/database/promptQuery'
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
  return promptQuery('record_status_reports', STATEMENT, values)
}
