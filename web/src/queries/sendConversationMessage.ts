import { gql } from '@apollo/client'

import { CONVERSATION_FIELDS } from './conversationFields'
import { MESSAGE_FIELDS } from './messageFields'

export const SEND_CONVERSATION_MESSAGE = gql`
  mutation SendConversationMessageMutation(
    $conversationId: ID!
    $body: String!
    $idempotencyKey: String!
  ) {
    sendConversationMessage(
      conversationId: $conversationId
      body: $body
      idempotencyKey: $idempotencyKey
    ) {
      ...MessageFields
      conversation {
        ...ConversationFields
      }
    }
  }
  ${MESSAGE_FIELDS}
  ${CONVERSATION_FIELDS}
`
