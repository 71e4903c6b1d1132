import { gql } from '@apollo/client'
import type { TypedDocumentNode } from '@apollo/client'
import type {
  FirstUnreadQuery,
  FirstUnreadQueryVariables,
  MessagesQuery,
  MessagesQueryVariables,
} from 'types/graphql'

import { THREAD_MESSAGE_FIELDS } from './messageFields'
import { THREAD_ENTRY_FIELDS } from './threadEntries'

/** How many messages a page of a thread has. */
export const PAGE = 50

/** A page of a thread: the newest, or the one before, after or around what it is told. */
export const MESSAGES: TypedDocumentNode<
  MessagesQuery,
  MessagesQueryVariables
> = gql`
  query MessagesQuery(
    $conversationId: ID!
    $last: Int
    $before: String
    $first: Int
    $after: String
    $around: ID
  ) {
    messages(
      conversationId: $conversationId
      last: $last
      before: $before
      first: $first
      after: $after
      around: $around
    ) {
      edges {
        cursor
        node {
          ...ThreadMessageFields
        }
      }
      entries {
        ...ThreadEntryFields
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
  ${THREAD_MESSAGE_FIELDS}
  ${THREAD_ENTRY_FIELDS}
`

export const FIRST_UNREAD: TypedDocumentNode<
  FirstUnreadQuery,
  FirstUnreadQueryVariables
> = gql`
  query FirstUnreadQuery($conversationId: ID!) {
    conversation(id: $conversationId) {
      id
      firstUnread {
        id
      }
    }
  }
`
