import { gql } from '@apollo/client'
import type {
  FailedMessagesQuery,
  FailedMessagesQueryVariables,
} from 'types/graphql'

import type {
  CellFailureProps,
  CellSuccessProps,
  TypedDocumentNode,
} from '@redwoodjs/web'

import FailedRow from 'src/components/FailedRow'
import FailureMessage from 'src/components/Failure'
import List from 'src/components/List'
import ListSkeleton from 'src/components/ListSkeleton'
import LoadMore from 'src/components/LoadMore'
import Placeholder from 'src/components/Placeholder'
import RetryAll from 'src/components/RetryAll'
import type { Folder } from 'src/lib/folders/folders'
import { t } from 'src/lib/language/t'

interface FailedProps {
  folder: Folder
}

export const QUERY: TypedDocumentNode<
  FailedMessagesQuery,
  FailedMessagesQueryVariables
> = gql`
  query FailedMessagesQuery($after: String) {
    failedMessages(first: 30, after: $after) {
      edges {
        cursor
        node {
          id
          body
          status
          errorCode
          errorMessage
          canRetry
          createdAt
          updatedAt
          retries {
            id
          }
          conversation {
            id
            contact {
              id
              name
              address
            }
          }
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
`

export const beforeQuery = () => ({
  fetchPolicy: 'cache-and-network',
  notifyOnNetworkStatusChange: true,
})

/** What was sent again here goes at once; the next answer of the server goes without it. */
const waiting = ({ failedMessages }: FailedMessagesQuery) =>
  failedMessages.edges
    .map(({ node }) => node)
    .filter(({ retries }) => retries.length === 0)

export const isEmpty = (data: FailedMessagesQuery) =>
  waiting(data).length === 0 && !data.failedMessages.pageInfo.hasNextPage

export const Loading = () => <ListSkeleton />

export const Empty = ({ folder }: FailedProps) => (
  <Placeholder icon={folder.icon} title={folder.empty.title}>
    <p>{folder.empty.text}</p>
  </Placeholder>
)

export const Failure = ({
  error,
  updating,
  queryResult,
}: CellFailureProps<FailedMessagesQueryVariables>) => (
  <FailureMessage
    what={t('The failed messages')}
    error={error}
    isRetrying={updating}
    onRetry={() => void queryResult?.refetch?.()}
  />
)

export const Success = ({
  failedMessages,
  queryResult,
}: CellSuccessProps<FailedMessagesQuery, FailedMessagesQueryVariables> &
  FailedProps) => {
  const { hasNextPage, endCursor } = failedMessages.pageInfo
  return (
    <div data-scroller className="flex min-h-0 flex-1 flex-col overflow-y-auto">
      <div className="flex px-4 pb-2.5">
        <RetryAll />
      </div>
      <List aria-label={t('Failed messages')} className="px-2 pb-2">
        {waiting({ failedMessages }).map((message) => (
          <FailedRow key={message.id} message={message} />
        ))}
      </List>
      {hasNextPage && endCursor && (
        <LoadMore
          key={failedMessages.edges.length}
          label={t('More failed messages')}
          onLoad={() =>
            queryResult?.fetchMore?.({ variables: { after: endCursor } })
          }
        />
      )}
    </div>
  )
}
