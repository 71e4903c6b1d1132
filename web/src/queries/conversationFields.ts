import { gql } from '@apollo/client'

import { CALL_FIELDS } from './callFields'
import { LABEL_FIELDS } from './labels'
import { TWILIO_FIELDS } from './twilioFields'
import { USER_FIELDS } from './users'

/** All that a row of the list and the head of a thread show. Never without `updatedAt`, as messages. */
export const CONVERSATION_FIELDS = gql`
  fragment ConversationFields on Conversation {
    id
    channel
    senderAddress
    status
    snoozedUntil
    unreadCount
    lastMessageAt
    messageCount
    optedOutAt
    optOutSource
    createdAt
    updatedAt
    contact {
      id
      address
      name
      erasedAt
      createdAt
      updatedAt
    }
    assignee {
      ...UserFields
    }
    labels {
      ...LabelFields
    }
    twilio {
      ...TwilioFields
    }
    lastMessage {
      id
      direction
      body
      removedAt
      redactedAt
      status
      errorCode
      errorMessage
      createdAt
      updatedAt
      location {
        label
      }
      media {
        id
        contentType
        size
      }
      call {
        ...CallFields
      }
    }
  }
  ${CALL_FIELDS}
  ${LABEL_FIELDS}
  ${TWILIO_FIELDS}
  ${USER_FIELDS}
`
