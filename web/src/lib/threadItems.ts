import type { ConsentEventFields, ThreadMessageFields } from 'types/graphql'

import { groupMessages, type MessageGroup } from './groupMessages'

export type ThreadItem = MessageGroup | { entry: ConsentEventFields }

/**
 * What stands in a thread, oldest first: turns of the talk, and between them what became of the contact's consent.
 *
 * @param isWhole false while earlier messages are not loaded: what happened among those comes with them
 */
export function threadItems(
  messages: readonly ThreadMessageFields[],
  consent: readonly ConsentEventFields[],
  isWhole: boolean
): ThreadItem[] {
  const [first] = messages
  const start = first && !isWhole ? Date.parse(first.createdAt) : -Infinity
  const entries = consent.filter(({ at }) => Date.parse(at) >= start)
  const groups = groupMessages(
    messages,
    entries.map(({ at }) => at)
  )
  const items: ThreadItem[] = []
  let next = 0
  const placeUntil = (time: number) => {
    for (let entry = entries[next]; entry; entry = entries[next]) {
      if (Date.parse(entry.at) >= time) {
        return
      }
      items.push({ entry })
      next += 1
    }
  }
  for (const group of groups) {
    const [opening] = group.messages
    placeUntil(opening ? Date.parse(opening.createdAt) : -Infinity)
    items.push(group)
  }
  placeUntil(Infinity)
  return items
}
