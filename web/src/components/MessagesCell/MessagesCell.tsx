import { useMemo } from 'react'

import { MessageCircleDashed } from 'lucide-react'
import type {
  ConversationFields,
  MessagesQuery,
  MessagesQueryVariables,
} from 'types/graphql'

import type { CellFailureProps, CellSuccessProps } from '@redwoodjs/web'

import FailureMessage from 'src/components/Failure'
import Placeholder from 'src/components/Placeholder'
import Thread from 'src/components/Thread'
import ThreadSkeleton from 'src/components/ThreadSkeleton'
import { useForgetMiddle } from 'src/hooks/useForgetMiddle'
import { t } from 'src/lib/language/t'
import { MESSAGES, PAGE } from 'src/queries/messages'

interface MessagesProps {
  conversation: ConversationFields
}

export const QUERY = MESSAGES

export const beforeQuery = ({ conversation }: MessagesProps) => ({
  variables: { conversationId: conversation.id, last: PAGE },
  fetchPolicy: 'cache-and-network',
  notifyOnNetworkStatusChange: true,
})

export const isEmpty = ({ messages }: MessagesQuery) =>
  messages.edges.length === 0 && messages.entries.length === 0

export const Loading = () => <ThreadSkeleton />

export const Empty = () => (
  <div className="flex min-h-0 flex-1">
    <Placeholder icon={MessageCircleDashed} title={t('No messages yet')} />
  </div>
)

export const Failure = ({
  error,
  updating,
  queryResult,
}: CellFailureProps<MessagesQueryVariables>) => (
  <FailureMessage
    what={t('The messages')}
    error={error}
    isRetrying={updating}
    onRetry={() => void queryResult?.refetch?.()}
  />
)

export const Success = ({
  messages,
  conversation,
  queryResult,
}: Pick<
  CellSuccessProps<MessagesQuery, MessagesQueryVariables>,
  'messages' | 'queryResult'
> &
  MessagesProps) => {
  const { hasPreviousPage, startCursor, hasNextPage, endCursor } =
    messages.pageInfo
  const load = (page: Partial<MessagesQueryVariables>) => () =>
    queryResult?.fetchMore?.({ variables: page })
  // The same rows as long as the same messages are there.
  const nodes = useMemo(
    () => messages.edges.map(({ node }) => node),
    [messages.edges]
  )
  useForgetMiddle(conversation.id)
  return (
    <Thread
      conversation={conversation}
      messages={nodes}
      entries={messages.entries}
      loadEarlier={
        hasPreviousPage && startCursor
          ? load({ before: startCursor })
          : undefined
      }
      loadLater={
        hasNextPage && endCursor
          ? load({ last: undefined, first: PAGE, after: endCursor })
          : undefined
      }
    />
  )
}
