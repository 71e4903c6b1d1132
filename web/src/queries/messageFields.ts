import { gql } from '@apollo/client'

/** All that a bubble shows. Never without `updatedAt`, by which an older answer is told from a newer one. */
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
    createdAt
    updatedAt
    sentAt
    deliveredAt
    readAt
    media {
      id
      contentType
      size
    }
    sentBy {
      id
      name
      email
    }
  }
`
