import type { ConversationFields, ConversationFilter } from 'types/graphql'

const digits = (text: string) => text.replace(/\D/g, '')

function isFound({ contact }: ConversationFields, search: string): boolean {
  const wanted = search.trim().toLowerCase()
  const number = digits(wanted)
  return (
    (contact.name ?? '').toLowerCase().includes(wanted) ||
    contact.address.toLowerCase().includes(wanted) ||
    (number.length > 1 && digits(contact.address).includes(number))
  )
}

/** Whether the server would list the conversation under this filter: its rules, for what comes live. */
export function belongs(
  conversation: ConversationFields,
  filter: ConversationFilter
): boolean {
  return (
    (!filter.status || filter.status === conversation.status) &&
    (!filter.channel || filter.channel === conversation.channel) &&
    (!filter.contactId || filter.contactId === conversation.contact.id) &&
    (typeof filter.unread !== 'boolean' ||
      filter.unread === conversation.unreadCount > 0) &&
    (!filter.search || isFound(conversation, filter.search))
  )
}
