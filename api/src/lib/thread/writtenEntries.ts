import type { Transaction } from 'src/lib/database/sql'
import type { LiveEvent } from 'src/lib/live/events'

/**
 * What to tell the screens of the entries that a transaction wrote, as `written_entries()` lists them.
 *
 * @param of one conversation only
 */
export const entryEvents = (written: string, of?: string): LiveEvent[] =>
  written
    .split(',')
    .filter(Boolean)
    .map((pair) => pair.split(':'))
    .filter(([conversationId]) => !of || conversationId === of)
    .map(([conversationId, entryId]) => ({
      kind: 'threadEntryAdded',
      entryId,
      conversationId,
    }))

/** The entries that this transaction has written so far: to be told after its commit. */
export async function writtenEntries(tx: Transaction): Promise<LiveEvent[]> {
  const [{ written }] = await tx.$queryRaw<{ written: string }[]>`
    SELECT written_entries() AS written`
  return entryEvents(written)
}
