import { gql } from '@apollo/client'

export const INBOX_COUNTS = gql`
  query InboxCountsQuery {
    inboxCounts {
      open
      unread
      mine
      unassigned
      snoozed
      archived
      failed
    }
  }
`
