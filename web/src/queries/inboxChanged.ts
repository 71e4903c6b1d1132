import { gql } from '@apollo/client'

import { CONVERSATION_FIELDS } from './conversationFields'
import { MESSAGE_FIELDS } from './messageFields'

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
    }
  }
  ${MESSAGE_FIELDS}
  ${CONVERSATION_FIELDS}
`
