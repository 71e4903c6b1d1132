import { gql } from '@apollo/client'

import { CONVERSATION_FIELDS } from './conversationFields'

export const CREATE_TWILIO_CONVERSATION = gql`
  mutation CreateTwilioConversationMutation(
    $friendlyName: String
    $participants: [ParticipantInput!]!
    $idempotencyKey: String!
  ) {
    createTwilioConversation(
      friendlyName: $friendlyName
      participants: $participants
      idempotencyKey: $idempotencyKey
    ) {
      ...ConversationFields
    }
  }
  ${CONVERSATION_FIELDS}
`
