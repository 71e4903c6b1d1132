import { gql } from '@apollo/client'

/** All that a row of the list and the head of a thread show. Never without `updatedAt`, as messages. */
export const CONVERSATION_FIELDS = gql`
  fragment ConversationFields on Conversation {
    id
    channel
    senderAddress
    status
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
      createdAt
    }
    lastMessage {
      id
      direction
      body
      status
      errorCode
      errorMessage
      createdAt
      updatedAt
      media {
        id
        contentType
        size
      }
    }
  }
`
