import type { PresenceFields } from 'types/graphql'

import { createStore } from 'src/lib/createStore'

export type Person = PresenceFields['people'][number]

const NOBODY: readonly Person[] = []

const store = createStore<ReadonlyMap<string, readonly Person[]>>(new Map())
let changed = new Set<string>()

/** Who is in which conversation, oneself included, as far as this tab has heard. */
export const people = {
  subscribe: store.subscribe,
  in: (conversationId: string) => store.get().get(conversationId) ?? NOBODY,
  /** Takes in what is told live; a conversation without people is none to remember. */
  change: ({ conversationId, people }: PresenceFields) => {
    changed.add(conversationId)
    const next = new Map(store.get())
    if (people.length > 0) {
      next.set(conversationId, people)
    } else {
      next.delete(conversationId)
    }
    store.set(next)
  },
  /** Takes in an answer that says all there is, except where something newer was told while it was under way. */
  replaceBy: async (answer: Promise<readonly PresenceFields[]>) => {
    const since = new Set<string>()
    changed = since
    const all = await answer
    const told = [...store.get()].filter(([id]) => since.has(id))
    const asked = all
      .filter(({ conversationId }) => !since.has(conversationId))
      .map(({ conversationId, people }) => [conversationId, people] as const)
    store.set(new Map([...asked, ...told]))
  },
}
