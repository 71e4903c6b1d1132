import { gql } from '@apollo/client'

/** Who is in a conversation, as it is told live and asked for. */
export const PRESENCE_FIELDS = gql`
  fragment PresenceFields on PresenceChanged {
    conversationId
    people {
      isTyping
      user {
        id
        name
        email
      }
    }
  }
`

export const PRESENCES = gql`
  query PresencesQuery {
    presences {
      ...PresenceFields
    }
  }
  ${PRESENCE_FIELDS}
`

export const SET_PRESENCE = gql`
  mutation SetPresenceMutation(
    $conversationId: ID
    $isTyping: Boolean!
    $tab: String
  ) {
    setPresence(conversationId: $conversationId, isTyping: $isTyping, tab: $tab)
  }
`
