import { gql } from '@apollo/client'

import { CALL_FIELDS } from './callFields'

/** All that is told live of a message. Never without `updatedAt`, by which an older answer is told from a newer one. */
export const MESSAGE_FIELDS = gql`
  fragment MessageFields on Message {
    id
    sid
    idempotencyKey
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
    isAutomatic
    author
    editedAt
    removedAt
    redactedAt
    missedBy
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
      thumbnailUrl
      fetching
      problem
      removedAt
    }
    location {
      latitude
      longitude
      address
      label
    }
    choice {
      text
      payload
    }
    formData
    repliedToSid
    repliedTo {
      id
      direction
      body
      media {
        id
        contentType
      }
    }
    sentBy {
      id
      name
      email
    }
    call {
      ...CallFields
    }
  }
  ${CALL_FIELDS}
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
