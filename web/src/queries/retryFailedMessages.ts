import { gql } from '@apollo/client'

export const RETRY_FAILED_MESSAGES = gql`
  mutation RetryFailedMessagesMutation {
    retryFailedMessages {
      retried
      refused
    }
  }
`
