import { errorText, isUnanswered } from 'src/lib/errorText'
import { waitToRetry } from 'src/lib/live/waitToRetry'

import { keep, readKept } from './kept'
import type { Sending } from './sending'

/** How long a message is asked for again by itself: later, "Good morning" may no longer be meant. */
const PATIENCE_MS = 5 * 60_000

/** Brings a message to the server; the cache has it before this resolves. */
export type Post = (sending: Sending) => Promise<unknown>

/** What becomes of a text that the server does not take. */
export type OnRefused = (sending: Sending, why: string) => void

interface Way {
  post: Post
  onRefused: OnRefused
}

const lists = new Map<string, readonly Sending[]>()
const ways = new Map<string, Way>()
const busy = new Set<string>()
const listeners = new Set<() => void>()

function get(conversationId: string): readonly Sending[] {
  const list = lists.get(conversationId) ?? readKept(conversationId)
  lists.set(conversationId, list)
  return list
}

function set(conversationId: string, list: readonly Sending[]) {
  lists.set(conversationId, list)
  keep(conversationId, list)
  listeners.forEach((listener) => listener())
}

const change = (
  { conversationId, key }: Sending,
  state: Sending['state'] | null
) =>
  set(
    conversationId,
    get(conversationId).flatMap((one) =>
      one.key !== key ? [one] : state ? [{ ...one, state }] : []
    )
  )

const isThere = ({ conversationId, key }: Sending) =>
  get(conversationId).some((one) => one.key === key)

/** None goes out before one that was written earlier. */
const stop = (conversationId: string) =>
  set(
    conversationId,
    get(conversationId).map((one) => ({ ...one, state: 'stopped' }))
  )

/** Sends one, again under the same key while no answer comes, until there is one or it has taken too long. */
async function deliver(sending: Sending, { post, onRefused }: Way) {
  const since = Date.now()
  change(sending, 'sending')
  for (let attempt = 0; isThere(sending); attempt += 1) {
    try {
      await post(sending)
      change(sending, null)
      return
    } catch (error) {
      if (!isUnanswered(error)) {
        change(sending, null)
        onRefused(sending, errorText(error))
        return
      }
      if (Date.now() - since > PATIENCE_MS) {
        stop(sending.conversationId)
        return
      }
      change(sending, 'unanswered')
      await waitToRetry(attempt, new AbortController().signal)
    }
  }
}

/** One after the other, in the order in which they were written. */
async function work(conversationId: string) {
  const way = ways.get(conversationId)
  if (!way || busy.has(conversationId)) {
    return
  }
  busy.add(conversationId)
  try {
    for (;;) {
      const next = get(conversationId).find(({ state }) => state === 'waiting')
      if (!next) {
        return
      }
      await deliver(next, way)
    }
  } finally {
    busy.delete(conversationId)
  }
}

/**
 * What was sent from this page and has no answer yet. Outside of React, because it goes on while somebody looks at
 * another conversation.
 */
export const outbox = {
  get,

  send(sending: Omit<Sending, 'state'>, way: Way) {
    const { conversationId } = sending
    ways.set(conversationId, way)
    set(conversationId, [
      ...get(conversationId),
      { ...sending, state: 'waiting' },
    ])
    void work(conversationId)
  },

  /** Somebody wants one that has stopped sent after all. */
  retry(sending: Sending, way: Way) {
    ways.set(sending.conversationId, way)
    change(sending, 'waiting')
    void work(sending.conversationId)
  },

  /** It is there after all, or somebody wants it back. */
  remove: (sending: Sending) => change(sending, null),

  subscribe(listener: () => void) {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  },
}
