import { gql } from '@apollo/client'

/** A note, or what was done with a conversation. Its fields never change. */
export const THREAD_ENTRY_FIELDS = gql`
  fragment ThreadEntryFields on ThreadEntry {
    id
    kind
    at
    actor {
      id
      name
      email
    }
    actorName
    body
    mentions {
      id
      name
      email
    }
    subject {
      id
      name
      email
    }
    label
    until
    participant
  }
`

export const ADD_NOTE = gql`
  mutation AddNoteMutation(
    $conversationId: ID!
    $body: String!
    $mentions: [ID!]
    $idempotencyKey: String
  ) {
    addNote(
      conversationId: $conversationId
      body: $body
      mentions: $mentions
      idempotencyKey: $idempotencyKey
    ) {
      ...ThreadEntryFields
      conversation {
        id
      }
    }
  }
  ${THREAD_ENTRY_FIELDS}
`
