import { gql } from '@apollo/client'

const CANNED_REPLY_FIELDS = gql`
  fragment CannedReplyFields on CannedReply {
    id
    shortcut
    text
    updatedAt
  }
`

export const CANNED_REPLIES = gql`
  query CannedRepliesQuery {
    cannedReplies {
      ...CannedReplyFields
    }
  }
  ${CANNED_REPLY_FIELDS}
`

export const CREATE_CANNED_REPLY = gql`
  mutation CreateCannedReplyMutation($shortcut: String!, $text: String!) {
    cannedReply: createCannedReply(shortcut: $shortcut, text: $text) {
      ...CannedReplyFields
    }
  }
  ${CANNED_REPLY_FIELDS}
`

export const UPDATE_CANNED_REPLY = gql`
  mutation UpdateCannedReplyMutation(
    $id: ID!
    $shortcut: String!
    $text: String!
  ) {
    cannedReply: updateCannedReply(id: $id, shortcut: $shortcut, text: $text) {
      ...CannedReplyFields
    }
  }
  ${CANNED_REPLY_FIELDS}
`

export const DELETE_CANNED_REPLY = gql`
  mutation DeleteCannedReplyMutation($id: ID!) {
    deleteCannedReply(id: $id) {
      id
    }
  }
`
