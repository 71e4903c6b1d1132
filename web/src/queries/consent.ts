import { gql } from '@apollo/client'

import { CONVERSATION_FIELDS } from './conversationFields'

const CONSENT_EVENT_FIELDS = gql`
  fragment ConsentEventFields on ConsentEvent {
    id
    allowed
    source
    word
    by
    note
    at
  }
`

export const CONSENT = gql`
  query ConsentQuery($conversationId: ID!) {
    conversation(id: $conversationId) {
      id
      consent {
        ...ConsentEventFields
      }
    }
  }
  ${CONSENT_EVENT_FIELDS}
`

export const SET_CONSENT = gql`
  mutation SetConsentMutation(
    $conversationId: ID!
    $allowed: Boolean!
    $note: String
  ) {
    conversation: setConsent(
      conversationId: $conversationId
      allowed: $allowed
      note: $note
    ) {
      ...ConversationFields
      consent {
        ...ConsentEventFields
      }
    }
  }
  ${CONVERSATION_FIELDS}
  ${CONSENT_EVENT_FIELDS}
`
