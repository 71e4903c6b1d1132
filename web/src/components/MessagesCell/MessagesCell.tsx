import { gql } from '@apollo/client'
import { MessageCircleDashed } from 'lucide-react'
import type { MessagesQuery, MessagesQueryVariables } from 'types/graphql'

import type {
  CellFailureProps,
  CellSuccessProps,
  TypedDocumentNode,
} from '@redwoodjs/web'

import FailureMessage from 'src/components/Failure'
import Placeholder from 'src/components/Placeholder'
import Thread from 'src/components/Thread'
import ThreadSkeleton from 'src/components/ThreadSkeleton'
import { THREAD_MESSAGE_FIELDS } from 'src/queries/messageFields'

interface MessagesProps {
  conversationId: string
  unreadCount: number
}

export const QUERY: TypedDocumentNode<MessagesQuery, MessagesQueryVariables> =
  gql`
    query MessagesQuery($conversationId: ID!, $before: String) {
      messages(conversationId: $conversationId, last: 50, before: $before) {
        edges {
          cursor
          node {
            ...ThreadMessageFields
          }
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
  `

export const beforeQuery = ({ conversationId }: MessagesProps) => ({
  variables: { conversationId },
  fetchPolicy: 'cache-and-network',
  notifyOnNetworkStatusChange: true,
})

export const isEmpty = ({ messages }: MessagesQuery) =>
  messages.edges.length === 0

export const Loading = () => <ThreadSkeleton />

export const Empty = () => (
  <div className="flex min-h-0 flex-1">
    <Placeholder icon={MessageCircleDashed} title="No messages yet" />
  </div>
)

export const Failure = ({
  error,
  updating,
  queryResult,
}: CellFailureProps<MessagesQueryVariables>) => (
  <FailureMessage
    what="The messages"
    error={error}
    isRetrying={updating}
    onRetry={() => void queryResult?.refetch?.()}
  />
)

export const Success = ({
  messages,
  conversationId,
  unreadCount,
  queryResult,
}: CellSuccessProps<MessagesQuery, MessagesQueryVariables> & MessagesProps) => {
  const { hasPreviousPage, startCursor } = messages.pageInfo
  return (
    <Thread
      conversationId={conversationId}
      unreadCount={unreadCount}
      messages={messages.edges.map(({ node }) => node)}
      loadEarlier={
        hasPreviousPage && startCursor
          ? () =>
              queryResult?.fetchMore?.({ variables: { before: startCursor } })
          : undefined
      }
    />
  )
}
