import type { Deed, Entry } from './entry'
import { writeEntry } from './writeEntry'

/**
 * Writes down what has happened, or is about to for certain (an export that begins): the door for whatever is no GraphQL
 * mutation, since those are written down by themselves (`auditOperations`). For what may fail, there is `audited`.
 *
 * It resolves once the entry is committed: await it before you answer.
 */
export const audit = (
  deed: Deed & Pick<Entry, 'outcome' | 'code' | 'changes' | 'once'>
) => writeEntry({ outcome: 'DONE', ...deed })
