import type {
  ConversationFields,
  ConversationFilter,
  InboxFolder,
} from 'types/graphql'

const digits = (text: string) => text.replace(/\D/g, '')

const IN_FOLDER: Record<
  InboxFolder,
  (conversation: ConversationFields) => boolean
> = {
  OPEN: ({ status }) => status === 'OPEN',
  UNREAD: ({ status, unreadCount }) => status === 'OPEN' && unreadCount > 0,
  // Whose, the filter says.
  MINE: ({ status, assignee }) => status === 'OPEN' && assignee !== null,
  UNASSIGNED: ({ status, assignee }) => status === 'OPEN' && assignee === null,
  SNOOZED: ({ status }) => status === 'SNOOZED',
  ARCHIVED: ({ status }) => status === 'ARCHIVED',
}

/** Whether name or number say so; what was said, only the server can search. */
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
  const { status, channel, contact, senderAddress, unreadCount } = conversation
  return (
    (!filter.folder || IN_FOLDER[filter.folder](conversation)) &&
    (!filter.status || filter.status === status) &&
    (!filter.channel || filter.channel === channel) &&
    (!filter.senderAddress || filter.senderAddress === senderAddress) &&
    (!filter.contactId || filter.contactId === contact.id) &&
    (!filter.assigneeId || filter.assigneeId === conversation.assignee?.id) &&
    (!filter.labelId ||
      conversation.labels.some(({ id }) => id === filter.labelId)) &&
    (typeof filter.unread !== 'boolean' || filter.unread === unreadCount > 0) &&
    (!filter.search || isFound(conversation, filter.search))
  )
}
