import { storage } from 'src/lib/storage'

/** Notes on a contact that were begun, and what they are written over. */
export interface NotesDraft {
  text: string
  previous: string
}

const keyOf = (contactId: string) => `notes.${contactId}`

const isDraft = (value: unknown): value is NotesDraft =>
  typeof (value as NotesDraft | null)?.text === 'string' &&
  typeof (value as NotesDraft).previous === 'string'

/** Outlives a look at another conversation, which is one key away, and a reload. */
export const notesDrafts = {
  read(contactId: string): NotesDraft | null {
    try {
      const kept: unknown = JSON.parse(storage.get(keyOf(contactId)) ?? 'null')
      return isDraft(kept) ? kept : null
    } catch {
      return null
    }
  },
  keep: (contactId: string, draft: NotesDraft) =>
    storage.set(keyOf(contactId), JSON.stringify(draft)),
  forget: (contactId: string) => storage.remove(keyOf(contactId)),
}
