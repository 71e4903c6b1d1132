import { storage } from 'src/lib/storage'

import type { Attachment } from './attachment'

const nameOf = (draftId: string) => `attachments.${draftId}`

const isKept = (value: unknown): value is Attachment & { id: string } =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as Attachment).id === 'string' &&
  typeof (value as Attachment).name === 'string' &&
  typeof (value as Attachment).size === 'number'

/** What of a draft's attachments outlives a reload: those that are at the server. */
export function readKept(draftId: string): readonly Attachment[] {
  try {
    const value: unknown = JSON.parse(storage.get(nameOf(draftId)) ?? '[]')
    return (Array.isArray(value) ? value : [])
      .filter(isKept)
      .map(({ id, name, contentType, size, width, height }) => ({
        key: id,
        ...{ id, name, contentType, size, width, height },
        state: 'ready',
        progress: 1,
      }))
  } catch {
    // Nothing that we wrote.
    return []
  }
}

export function keep(draftId: string, list: readonly Attachment[]) {
  const ready = list
    .filter(({ state }) => state === 'ready')
    .map(({ id, name, contentType, size, width, height }) => ({
      ...{ id, name, contentType, size, width, height },
    }))
  if (ready.length > 0) {
    storage.set(nameOf(draftId), JSON.stringify(ready))
  } else {
    storage.remove(nameOf(draftId))
  }
}
