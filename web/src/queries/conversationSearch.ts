import { gql } from '@apollo/client'

/** The few that the palette shows. */
export const CONVERSATION_SEARCH = gql`
  query ConversationSearchQuery($search: String!) {
    conversations(filter: { search: $search }, first: 6) {
      edges {
        node {
          id
          status
          channel
          contact {
            id
            name
            address
          }
        }
      }
    }
  }
`
