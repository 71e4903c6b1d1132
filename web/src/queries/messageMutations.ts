import { gql } from '@apollo/client'

import { CONVERSATION_FIELDS } from './conversationFields'
import { MESSAGE_FIELDS } from './messageFields'

export const RETRY_MESSAGE = gql`
  mutation RetryMessageMutation($id: ID!) {
    retryMessage(id: $id) {
      ...MessageFields
      conversation {
        ...ConversationFields
      }
    }
  }
  ${MESSAGE_FIELDS}
  ${CONVERSATION_FIELDS}
`

export const CANCEL_MESSAGE = gql`
  mutation CancelMessageMutation($id: ID!) {
    cancelMessage(id: $id) {
      ...MessageFields
    }
  }
  ${MESSAGE_FIELDS}
`

export const FETCH_MEDIA_AGAIN = gql`
  mutation FetchMediaAgainMutation($id: ID!) {
    fetchMediaAgain(id: $id) {
      ...MessageFields
    }
  }
  ${MESSAGE_FIELDS}
`
