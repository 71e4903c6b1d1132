import { gql } from '@apollo/client'

import { CONVERSATION_FIELDS } from './conversationFields'
import { LABEL_FIELDS } from './labels'
import { MESSAGE_FIELDS } from './messageFields'
import { PRESENCE_FIELDS } from './presence'
import { THREAD_ENTRY_FIELDS } from './threadEntries'

/** The one live stream of a tab: everything that the inbox shows. */
export const INBOX_CHANGED = gql`
  subscription InboxChanged {
    inboxChanged {
      __typename
      ... on MessageAdded {
        message {
          ...MessageFields
          conversation {
            ...ConversationFields
          }
        }
      }
      ... on MessageStatusChanged {
        message {
          ...MessageFields
        }
      }
      ... on ConversationChanged {
        isNew
        conversation {
          ...ConversationFields
        }
      }
      ... on ThreadEntryAdded {
        entry {
          ...ThreadEntryFields
          conversation {
            id
          }
        }
      }
      ... on LabelChanged {
        id
        label {
          ...LabelFields
        }
      }
      ... on PresenceChanged {
        ...PresenceFields
      }
    }
  }
  ${MESSAGE_FIELDS}
  ${CONVERSATION_FIELDS}
  ${THREAD_ENTRY_FIELDS}
  ${LABEL_FIELDS}
  ${PRESENCE_FIELDS}
`
