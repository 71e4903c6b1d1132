import { pipeline, Readable } from 'node:stream'

import type { AuditEntry } from '@prisma/client'
import { stringify } from 'csv-stringify'
import type { AuditFilter } from 'types/graphql'

import { sql } from 'src/lib/database/sql'
import { logger } from 'src/lib/logger'
import type { Place } from 'src/lib/paging/cursor'

import type { Argument, Change } from './entry'
import { placeOf, readEntries } from './listEntries'

const PAGE = 1000

const COLUMNS = [
  'at',
  'actorKind',
  'actorName',
  'actorEmail',
  'actorId',
  'sessionId',
  'group',
  'action',
  'outcome',
  'code',
  'subjectType',
  'subjectName',
  'subjectId',
  'arguments',
  'changes',
  'address',
  'userAgent',
  'requestId',
  'id',
]

const showArgument = ({ name, value, label }: Argument) =>
  `${name}: ${label ? `${label} (${value})` : value}`

const showChange = ({ field, before, after }: Change) =>
  `${field}: ${before ?? 'none'} → ${after ?? 'none'}`

const toRow = ({ at, ...entry }: AuditEntry) => ({
  ...entry,
  at: at.toISOString(),
  outcome: entry.outcome ?? 'UNKNOWN',
  arguments: (entry.arguments as unknown as Argument[])
    .map(showArgument)
    .join('; '),
  changes: (entry.changes as unknown as Change[]).map(showChange).join('; '),
})

/** All that a filter lets through, newest first, a page at a time: it is never in memory as a whole. */
async function* rows(filter: AuditFilter) {
  let after: Place | null = null
  do {
    const entries: AuditEntry[] = await readEntries(sql, filter, after, PAGE)
    yield* entries.map(toRow)
    after = entries.length === PAGE ? placeOf(entries[PAGE - 1]) : null
  } while (after)
}

/**
 * The audit log as CSV. What a spreadsheet would take for a formula has an apostrophe before it, as names and browsers are
 * whatever somebody chose: https://owasp.org/www-community/attacks/CSV_Injection
 */
export const entriesCsv = (filter: AuditFilter): Readable => {
  const lines = stringify({
    header: true,
    columns: COLUMNS,
    escape_formulas: true,
    // Without it, Excel reads UTF-8 as its own code page.
    bom: true,
  })
  return pipeline(Readable.from(rows(filter)), lines, (error) => {
    if (error) {
      logger.error({ error }, 'The audit log was not exported whole')
    }
  })
}
