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

/** More tries than anybody remembers. */
const MOST_TRIED = 20

/** The tries of a draft, with one more. */
export const withTried = ({ tried }: Draft, one: Tried): readonly Tried[] =>
  [...tried, one].slice(-MOST_TRIED)

const listeners = new Set<(id: string) => void>()

/** Puts a text that was on its way back before what was written since, with the key that the server may know it by. */
export function giveBack(id: string, tried: Tried) {
  const draft = readDraft(id)
  writeDraft(id, {
    text: [tried.text, draft.text].filter(Boolean).join('\n'),
    tried: withTried(draft, tried),
  })
  listeners.forEach((listener) => listener(id))
}

/** Calls back with the id of each draft to which a text comes back; returns how to stop that. */
export function onGivenBack(listener: (id: string) => void) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
