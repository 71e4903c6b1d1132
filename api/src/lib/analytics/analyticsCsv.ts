import { stringify } from 'csv-stringify/sync'

import type { Span } from './readSpan'
import { readErrors, readFigures, readResponses } from './rollups'

const COLUMNS = [
  'day',
  'channel',
  'inbound',
  'sent',
  'delivered',
  'failed',
  'answers',
  'medianFirstResponseSeconds',
  'p90FirstResponseSeconds',
  'errorCodes',
]

const rounded = (seconds: number | null | undefined) =>
  seconds == null ? null : Math.round(seconds)

/**
 * The figures of each day and channel as CSV. Nothing in it is anybody's text; what a spreadsheet would take for a formula
 * has an apostrophe before it all the same, as in the ledger of consent.
 */
export async function analyticsCsv(span: Span): Promise<string> {
  const [figures, errors, responses] = await Promise.all([
    readFigures(span),
    readErrors(span),
    readResponses(span),
  ])
  const rows = figures.map((row) => {
    const isSame = (other: { day: string | null; channel: string | null }) =>
      other.day === row.day && other.channel === row.channel
    const response = responses.find(isSame)
    const failures = errors
      .filter(isSame)
      .map(({ code, count }) => `${code}: ${count}`)
    return {
      ...row,
      answers: response?.answers ?? 0,
      medianFirstResponseSeconds: rounded(response?.medianSeconds),
      p90FirstResponseSeconds: rounded(response?.p90Seconds),
      errorCodes: failures.join(', '),
    }
  })
  return stringify(rows, {
    header: true,
    columns: COLUMNS,
    escape_formulas: true,
    // Without it, Excel reads UTF-8 as its own code page.
    bom: true,
  })
}
