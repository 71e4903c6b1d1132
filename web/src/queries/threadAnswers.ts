import { gql } from '@apollo/client'

/** Who answered in a thread, of what the page has of it anyway. */
export const THREAD_ANSWERS = gql`
  fragment ThreadAnswers on Query {
    messages(conversationId: $conversationId) {
      edges {
        node {
          id
          direction
          isAutomatic
          author
          createdAt
          sentBy {
            id
            name
            email
          }
        }
      }
    }
  }
`
