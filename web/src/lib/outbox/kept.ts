import { storage } from 'src/lib/storage'

import type { Sending } from './sending'

const nameOf = (conversationId: string) => `outbox.${conversationId}`

const isKept = (value: unknown): value is Sending => {
  const { key, text, at, attachments } = (value ?? {}) as Partial<Sending>
  return (
    typeof key === 'string' &&
    typeof text === 'string' &&
    typeof at === 'string' &&
    Array.isArray(attachments)
  )
}

/**
 * What outlives a reload: texts that may or may not have arrived. Nobody knows how long ago that was, so that they wait
 * for somebody who wants them sent.
 */
export function readKept(conversationId: string): readonly Sending[] {
  try {
    const value: unknown = JSON.parse(
      storage.get(nameOf(conversationId)) ?? '[]'
    )
    return (Array.isArray(value) ? value : [])
      .filter(isKept)
      .map((sending) => ({
        ...sending,
        conversationId,
        sendAt: sending.sendAt ?? null,
        state: 'stopped',
      }))
  } catch {
    // Nothing that we wrote.
    return []
  }
}

export function keep(conversationId: string, list: readonly Sending[]) {
  if (list.length === 0) {
    storage.remove(nameOf(conversationId))
    return
  }
  const kept = list.map((sending) => ({
    ...sending,
    // A preview's address ends with the page.
    attachments: sending.attachments.map((file) => ({
      ...file,
      preview: undefined,
    })),
  }))
  storage.set(nameOf(conversationId), JSON.stringify(kept))
}
