import { gql } from '@apollo/client'

import { CONVERSATION_FIELDS } from './conversationFields'
import { MESSAGE_FIELDS } from './messageFields'

export const SEND_SMS = gql`
  mutation SendSmsMutation(
    $to: String!
    $body: String!
    $from: String
    $sendAt: DateTime
    $attachmentIds: [ID!]
    $idempotencyKey: String!
  ) {
    sendSms(
      to: $to
      body: $body
      from: $from
      sendAt: $sendAt
      attachmentIds: $attachmentIds
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
