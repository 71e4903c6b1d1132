import { setTimeout as pause } from 'node:timers/promises'

import type { LiveEvent } from 'src/lib/live/events'
import { publish } from 'src/lib/live/publish'

/** A message, or an entry of a thread, of which something was taken out. */
export interface Changed {
  id: string
  conversationId: string
}

/**
 * Two hundred in a second. A process carries out some four hundred events in that time, and those of whoever writes at
 * this moment wait behind these; a stream that is a thousand behind ends (`live/listen`).
 */
const GROUP = 50
const EVERY_MS = 250

const tellInPace = async (events: LiveEvent[], signal?: AbortSignal) => {
  for (let told = 0; told < events.length; told += GROUP) {
    const group = events.slice(told, told + GROUP)
    publish(...group)
    if (group.length === GROUP) {
      await pause(EVERY_MS, undefined, { signal }).catch(() => {})
    }
  }
}

/**
 * Screens that show these messages read them anew. Of many, they hear one after the other: it takes a while.
 *
 * @param signal once it is aborted, they hear of the rest at once
 */
export const tellOfMessages = (messages: Changed[], signal?: AbortSignal) =>
  tellInPace(
    messages.map(({ id, conversationId }) => ({
      kind: 'messageStatusChanged',
      messageId: id,
      conversationId,
    })),
    signal
  )

/** The same of entries: notes, and who came and went. */
export const tellOfEntries = (entries: Changed[], signal?: AbortSignal) =>
  tellInPace(
    entries.map(({ id, conversationId }) => ({
      kind: 'threadEntryAdded',
      entryId: id,
      conversationId,
    })),
    signal
  )
