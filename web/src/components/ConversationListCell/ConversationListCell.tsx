import { gql } from '@apollo/client'
import { SearchX } from 'lucide-react'
import type {
  ConversationFilter,
  ConversationListQuery,
  ConversationListQueryVariables,
} from 'types/graphql'

import type {
  CellFailureProps,
  CellSuccessProps,
  TypedDocumentNode,
} from '@redwoodjs/web'

import ConversationList from 'src/components/ConversationList'
import FailureMessage from 'src/components/Failure'
import ListSkeleton from 'src/components/ListSkeleton'
import Placeholder from 'src/components/Placeholder'
import type { Folder } from 'src/lib/folders/folders'
import { CONVERSATION_FIELDS } from 'src/queries/conversationFields'

interface ListProps {
  folder: Folder
  filter: ConversationFilter
  search: string
}

export const QUERY: TypedDocumentNode<
  ConversationListQuery,
  ConversationListQueryVariables
> = gql`
  query ConversationListQuery($filter: ConversationFilter, $after: String) {
    conversations(filter: $filter, first: 30, after: $after) {
      edges {
        cursor
        node {
          ...ConversationFields
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
  ${CONVERSATION_FIELDS}
`

export const beforeQuery = ({ filter }: ListProps) => ({
  variables: { filter },
  fetchPolicy: 'cache-and-network',
  notifyOnNetworkStatusChange: true,
})

export const isEmpty = ({ conversations }: ConversationListQuery) =>
  conversations.edges.length === 0

export const Loading = () => <ListSkeleton />

export const Empty = ({ folder, search }: ListProps) =>
  search ? (
    <Placeholder icon={SearchX} title="Nothing found">
      <p className="break-words">
        No name or number in “{folder.label}” contains “{search}”.
      </p>
    </Placeholder>
  ) : (
    <Placeholder icon={folder.icon} title={folder.empty.title}>
      <p>{folder.empty.text}</p>
    </Placeholder>
  )

export const Failure = ({
  error,
  updating,
  queryResult,
}: CellFailureProps<ConversationListQueryVariables>) => (
  <FailureMessage
    what="The conversations"
    error={error}
    isRetrying={updating}
    onRetry={() => void queryResult?.refetch?.()}
  />
)

export const Success = ({
  conversations,
  folder,
  queryResult,
}: CellSuccessProps<ConversationListQuery, ConversationListQueryVariables> &
  ListProps) => {
  const { hasNextPage, endCursor } = conversations.pageInfo
  return (
    <ConversationList
      conversations={conversations.edges.map(({ node }) => node)}
      hidesRead={folder.filter?.unread === true}
      loadMore={
        hasNextPage && endCursor
          ? () => queryResult?.fetchMore?.({ variables: { after: endCursor } })
          : undefined
      }
    />
  )
}
