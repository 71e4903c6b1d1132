import { storage } from 'src/lib/storage'

/** What was tried to be sent, and the key under which the server knows it. */
export interface Tried {
  text: string
  attachmentIds: readonly string[]
  key: string
}

/**
 * A text that was composed and not sent, and what was tried since the last success. The keys outlive a reload and every
 * change of the text: what is sent again because its answer never came is not sent twice, also where somebody began to
 * change it and thought better of it.
 */
export interface Draft {
  text: string
  tried: readonly Tried[]
}

const nameOf = (id: string) => `draft.${id}`

const isTried = (value: unknown): value is Tried => {
  const { text, key, attachmentIds } = (value ?? {}) as Partial<Tried>
  return (
    typeof text === 'string' &&
    typeof key === 'string' &&
    Array.isArray(attachmentIds)
  )
}

export function readDraft(id: string): Draft {
  try {
    const value: unknown = JSON.parse(storage.get(nameOf(id)) ?? '')
    if (typeof value === 'object' && value !== null && 'text' in value) {
      const { text, tried } = value as Record<string, unknown>
      return {
        text: typeof text === 'string' ? text : '',
        tried: Array.isArray(tried) ? tried.filter(isTried) : [],
      }
    }
  } catch {
    // Nothing kept, or nothing that we wrote.
  }
  return { text: '', tried: [] }
}

export function writeDraft(id: string, draft: Draft) {
  if (draft.text || draft.tried.length > 0) {
    storage.set(nameOf(id), JSON.stringify(draft))
  } else {
    storage.remove(nameOf(id))
  }
}
