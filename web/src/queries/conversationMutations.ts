import { gql } from '@apollo/client'

import { CONVERSATION_FIELDS } from './conversationFields'

export const MARK_CONVERSATION_READ = gql`
  mutation MarkConversationReadMutation($id: ID!) {
    conversation: markConversationRead(id: $id) {
      ...ConversationFields
    }
  }
  ${CONVERSATION_FIELDS}
`

export const MARK_CONVERSATION_UNREAD = gql`
  mutation MarkConversationUnreadMutation($id: ID!) {
    conversation: markConversationUnread(id: $id) {
      ...ConversationFields
    }
  }
  ${CONVERSATION_FIELDS}
`

export const ARCHIVE_CONVERSATION = gql`
  mutation ArchiveConversationMutation($id: ID!) {
    conversation: archiveConversation(id: $id) {
      ...ConversationFields
    }
  }
  ${CONVERSATION_FIELDS}
`

export const REOPEN_CONVERSATION = gql`
  mutation ReopenConversationMutation($id: ID!) {
    conversation: reopenConversation(id: $id) {
      ...ConversationFields
    }
  }
  ${CONVERSATION_FIELDS}
`
