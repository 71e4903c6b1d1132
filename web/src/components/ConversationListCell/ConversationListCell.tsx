import { gql } from '@apollo/client'
import { FilterX, SearchX } from 'lucide-react'
import type {
  ConversationFilter,
  ConversationListQuery,
  ConversationListQueryVariables,
} from 'types/graphql'

import { Link } from '@redwoodjs/router'
import type {
  CellFailureProps,
  CellSuccessProps,
  TypedDocumentNode,
} from '@redwoodjs/web'

import ConversationList from 'src/components/ConversationList'
import FailureMessage from 'src/components/Failure'
import ListSkeleton from 'src/components/ListSkeleton'
import Placeholder from 'src/components/Placeholder'
import { usePlace } from 'src/hooks/usePlace'
import { isNarrowed } from 'src/lib/folders/filterFor'
import { FOLDERS } from 'src/lib/folders/folders'
import type { Folder } from 'src/lib/folders/folders'
import { inboxPath, listOf } from 'src/lib/folders/inboxPath'
import { t } from 'src/lib/language/t'
import { CONVERSATION_FIELDS } from 'src/queries/conversationFields'

interface ListProps {
  folder: Folder
  filter: ConversationFilter
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
        match {
          id
          body
          createdAt
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

/** The way back to the whole folder. */
const WithoutFilters = ({ folder }: { folder: Folder }) => (
  <Link
    to={inboxPath({ folder: folder.key })}
    className="text-signal underline"
  >
    {t('Show all of “{folder}”', { folder: folder.label })}
  </Link>
)

const ELSEWHERE = ['open', 'snoozed', 'archived']

/** What is not here may be in another folder. */
const SearchElsewhere = ({ folder }: { folder: Folder }) => {
  const place = usePlace()
  const others = FOLDERS.filter(
    ({ key }) => ELSEWHERE.includes(key) && key !== folder.key
  )
  return (
    <p className="flex flex-wrap justify-center gap-x-3">
      {t('Search in')}
      {others.map(({ key, label }) => (
        <Link
          key={key}
          to={inboxPath({ ...listOf(place), folder: key })}
          className="text-signal underline"
        >
          {label}
        </Link>
      ))}
    </p>
  )
}

export const Empty = ({ folder, filter }: ListProps) => {
  if (filter.search) {
    return (
      <Placeholder icon={SearchX} title={t('Nothing found')}>
        <p className="wrap-anywhere">
          {t('No message, name or number here contains “{search}”.', {
            search: filter.search,
          })}
        </p>
        <SearchElsewhere folder={folder} />
      </Placeholder>
    )
  }
  if (isNarrowed(folder, filter)) {
    return (
      <Placeholder icon={FilterX} title={t('No conversation fits the filters')}>
        <WithoutFilters folder={folder} />
      </Placeholder>
    )
  }
  return (
    <Placeholder icon={folder.icon} title={folder.empty.title}>
      <p>{folder.empty.text}</p>
    </Placeholder>
  )
}

export const Failure = ({
  error,
  errorCode,
  updating,
  queryResult,
  folder,
  filter,
}: CellFailureProps<ConversationListQueryVariables> & ListProps) =>
  // A link that was cut names no label and nobody, which the server refuses.
  errorCode === 'BAD_USER_INPUT' && isNarrowed(folder, filter) ? (
    <Placeholder icon={FilterX} title={t('These filters can’t be used')}>
      <p>{t('The link may be old, or cut.')}</p>
      <WithoutFilters folder={folder} />
    </Placeholder>
  ) : (
    <FailureMessage
      what={t('The conversations')}
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
      edges={conversations.edges}
      hidesRead={folder.inbox === 'UNREAD'}
      loadMore={
        hasNextPage && endCursor
          ? () => queryResult?.fetchMore?.({ variables: { after: endCursor } })
          : undefined
      }
    />
  )
}
