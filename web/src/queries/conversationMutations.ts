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

export const ASSIGN_CONVERSATION = gql`
  mutation AssignConversationMutation($id: ID!, $userId: ID) {
    conversation: assignConversation(id: $id, userId: $userId) {
      ...ConversationFields
    }
  }
  ${CONVERSATION_FIELDS}
`

export const SNOOZE_CONVERSATION = gql`
  mutation SnoozeConversationMutation($id: ID!, $until: DateTime!) {
    conversation: snoozeConversation(id: $id, until: $until) {
      ...ConversationFields
    }
  }
  ${CONVERSATION_FIELDS}
`

export const LABEL_CONVERSATION = gql`
  mutation LabelConversationMutation($id: ID!, $labelId: ID!) {
    conversation: labelConversation(id: $id, labelId: $labelId) {
      ...ConversationFields
    }
  }
  ${CONVERSATION_FIELDS}
`

export const UNLABEL_CONVERSATION = gql`
  mutation UnlabelConversationMutation($id: ID!, $labelId: ID!) {
    conversation: unlabelConversation(id: $id, labelId: $labelId) {
      ...ConversationFields
    }
  }
  ${CONVERSATION_FIELDS}
`
