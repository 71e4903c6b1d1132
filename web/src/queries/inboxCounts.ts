import { gql } from '@apollo/client'

export const INBOX_COUNTS = gql`
  query InboxCountsQuery {
    inboxCounts {
      unread
      failed
    }
  }
`
