import { logger } from 'src/lib/logger'

import type { Entry } from './entry'
import { writeEntry } from './writeEntry'

const underway = new Set<Promise<void>>()

/**
 * Writes an entry that nobody waits for: of what has its record elsewhere (a message names who sent it), or of what
 * changed nothing. A process that is asked to end writes them first.
 */
export function writeBehind(entry: Entry) {
  const written = writeEntry(entry).then(
    () => {},
    (error: unknown) =>
      logger.error(
        { error, action: entry.action },
        'An entry of the audit log could not be written'
      )
  )
  underway.add(written)
  void written.finally(() => underway.delete(written))
}

/** Once all is written that was begun. */
export const entriesWritten = async () => {
  await Promise.all(underway)
}
