import { gql } from '@apollo/client'

/** All that is told live of a message. Never without `updatedAt`, by which an older answer is told from a newer one. */
export const MESSAGE_FIELDS = gql`
  fragment MessageFields on Message {
    id
    sid
    direction
    channel
    from
    to
    body
    numSegments
    status
    errorCode
    errorMessage
    sendAt
    canRetry
    retryOf {
      id
    }
    createdAt
    updatedAt
    sentAt
    deliveredAt
    readAt
    media {
      id
      contentType
      size
      name
      width
      height
      url
    }
    sentBy {
      id
      name
      email
    }
  }
`

/** All that a bubble shows: besides, what was sent again in its place, which live events add by themselves. */
export const THREAD_MESSAGE_FIELDS = gql`
  fragment ThreadMessageFields on Message {
    ...MessageFields
    retries {
      id
    }
  }
  ${MESSAGE_FIELDS}
`
