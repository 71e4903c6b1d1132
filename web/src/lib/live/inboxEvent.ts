import type {
  ConversationFields,
  InboxChanged,
  MessageFields,
} from 'types/graphql'

export type InboxEvent = InboxChanged['inboxChanged']
export type LiveConversation = ConversationFields
export type LiveMessage = MessageFields
