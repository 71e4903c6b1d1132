import { gql } from '@apollo/client'

/** What the inbox shows of a Twilio conversation, besides what it shows of every conversation. */
export const TWILIO_FIELDS = gql`
  fragment TwilioFields on TwilioConversation {
    sid
    state
    removedAt
    closedBecause
    participants {
      id
      identity
      address
      type
      removedAt
      optedOutAt
    }
  }
`
