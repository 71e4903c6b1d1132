import { pipeline, Readable } from 'node:stream'

import { stringify } from 'csv-stringify'

import { logger } from 'src/lib/logger'

import { ledgerRows } from './ledgerRows'

const COLUMNS = [
  'at',
  'contact',
  'contactName',
  'sender',
  'channel',
  'says',
  'source',
  'word',
  'by',
  'note',
  'messageSid',
]

/**
 * The ledger of consent as CSV. What a spreadsheet would take for a formula (=, +, -, @) has an apostrophe before it, as
 * contacts choose their own names and words: https://owasp.org/www-community/attacks/CSV_Injection
 */
export const ledgerCsv = (): Readable => {
  const lines = stringify({
    header: true,
    columns: COLUMNS,
    escape_formulas: true,
    // Without it, Excel reads UTF-8 as its own code page.
    bom: true,
  })
  return pipeline(Readable.from(ledgerRows()), lines, (error) => {
    if (error) {
      logger.error({ error }, 'The ledger of consent was not exported whole')
    }
  })
}
