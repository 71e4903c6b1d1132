import { storage } from 'src/lib/storage'

/**
 * A text that was composed and not sent, and, once sending was tried, the key under which the server knows it.
 * The key outlives a reload: a text whose answer never came is sent again under the same key, so not twice.
 */
export interface Draft {
  text: string
  key?: string
}

const nameOf = (id: string) => `draft.${id}`

export function readDraft(id: string): Draft {
  try {
    const value: unknown = JSON.parse(storage.get(nameOf(id)) ?? '')
    if (typeof value === 'object' && value !== null && 'text' in value) {
      const { text, key } = value as { text: unknown; key?: unknown }
      return {
        text: typeof text === 'string' ? text : '',
        key: typeof key === 'string' ? key : undefined,
      }
    }
  } catch {
    // Nothing kept, or nothing that we wrote.
  }
  return { text: '' }
}

export function writeDraft(id: string, draft: Draft) {
  if (draft.text) {
    storage.set(nameOf(id), JSON.stringify(draft))
  } else {
    storage.remove(nameOf(id))
  }
}
