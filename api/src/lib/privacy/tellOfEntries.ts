import { publish } from 'src/lib/live/publish'

/** An entry of a thread, of which something was taken out. */
export interface ChangedEntry {
  id: string
  conversationId: string
}

/** Screens that show these entries (notes, who came and went) show them as they are now. */
export const tellOfEntries = (entries: ChangedEntry[]) =>
  publish(
    ...entries.map(({ id, conversationId }) => ({
      kind: 'threadEntryAdded' as const,
      entryId: id,
      conversationId,
    }))
  )
