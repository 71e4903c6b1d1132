import { storage } from 'src/lib/storage'

/**
 * A text that was composed and not sent, and, once sending was tried, the key under which the server knows it.
 * The key outlives a reload: a text whose answer never came is sent again under the same key, so not twice.
 */
export interface Draft {
  text: string
  key?: string
  /** What was attached when the key was made. */
  attachmentIds?: readonly string[]
}

const nameOf = (id: string) => `draft.${id}`

export function readDraft(id: string): Draft {
  try {
    const value: unknown = JSON.parse(storage.get(nameOf(id)) ?? '')
    if (typeof value === 'object' && value !== null && 'text' in value) {
      const { text, key, attachmentIds } = value as Record<string, unknown>
      return {
        text: typeof text === 'string' ? text : '',
        key: typeof key === 'string' ? key : undefined,
        attachmentIds: Array.isArray(attachmentIds)
          ? attachmentIds.map(String)
          : undefined,
      }
    }
  } catch {
    // Nothing kept, or nothing that we wrote.
  }
  return { text: '' }
}

export function writeDraft(id: string, draft: Draft) {
  if (draft.text || draft.key) {
    storage.set(nameOf(id), JSON.stringify(draft))
  } else {
    storage.remove(nameOf(id))
  }
}
