import { gql } from '@apollo/client'

/** What makes a message a call. */
export const CALL_FIELDS = gql`
  fragment CallFields on Call {
    sid
    status
    answer
    durationSeconds
    recordedSeconds
  }
`
