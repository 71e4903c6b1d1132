import type { Text } from 'src/lib/language/t'

/** What a workflow tool can hear of, in words. */
export const EVENT_TYPES = [
  { name: 'message.received', says: 'A message came in' },
  { name: 'message.status', says: 'A message’s status changed' },
  {
    name: 'conversation.opened',
    says: 'A conversation began, or opened again',
  },
  { name: 'conversation.archived', says: 'A conversation was archived' },
] as const satisfies { name: string; says: Text }[]
