import { gql } from '@apollo/client'
import { MessageCircleOff } from 'lucide-react'
import type {
  ConversationQuery,
  ConversationQueryVariables,
} from 'types/graphql'

import { Link } from '@redwoodjs/router'
import type {
  CellFailureProps,
  CellSuccessProps,
  TypedDocumentNode,
} from '@redwoodjs/web'

import ConversationView from 'src/components/ConversationView'
import FailureMessage from 'src/components/Failure'
import Placeholder from 'src/components/Placeholder'
import ThreadSkeleton from 'src/components/ThreadSkeleton'
import { usePlace } from 'src/hooks/usePlace'
import { inboxPath, listOf } from 'src/lib/folders/inboxPath'
import { t } from 'src/lib/language/t'
import { CONVERSATION_FIELDS } from 'src/queries/conversationFields'

export const QUERY: TypedDocumentNode<
  ConversationQuery,
  ConversationQueryVariables
> = gql`
  query ConversationQuery($id: ID!) {
    conversation(id: $id) {
      ...ConversationFields
    }
  }
  ${CONVERSATION_FIELDS}
`

export const Loading = () => (
  <>
    <div className="h-[3.75rem] border-b border-line" />
    <ThreadSkeleton />
  </>
)

export const Empty = () => {
  const place = usePlace()
  return (
    <Placeholder
      icon={MessageCircleOff}
      title={t('There is no such conversation')}
    >
      <p>
        {t('The link may be old.')}{' '}
        <Link to={inboxPath(listOf(place))} className="text-signal underline">
          {t('Back to the list')}
        </Link>
      </p>
    </Placeholder>
  )
}

export const Failure = ({
  error,
  errorCode,
  updating,
  queryResult,
}: CellFailureProps<ConversationQueryVariables>) =>
  // A link that was cut or mistyped holds no id at all, which the server refuses as bad input.
  errorCode === 'NOT_FOUND' || errorCode === 'BAD_USER_INPUT' ? (
    <Empty />
  ) : (
    <FailureMessage
      what={t('The conversation')}
      error={error}
      isRetrying={updating}
      onRetry={() => void queryResult?.refetch?.()}
    />
  )

export const Success = ({
  conversation,
}: CellSuccessProps<ConversationQuery, ConversationQueryVariables>) => (
  <ConversationView conversation={conversation} />
)
