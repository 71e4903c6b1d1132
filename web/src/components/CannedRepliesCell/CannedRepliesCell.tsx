import { MessageSquareText } from 'lucide-react'
import type {
  CannedRepliesQuery,
  CannedRepliesQueryVariables,
} from 'types/graphql'

import type {
  CellFailureProps,
  CellSuccessProps,
  TypedDocumentNode,
} from '@redwoodjs/web'

import CannedReplyRow from 'src/components/CannedReplyRow'
import FailureMessage from 'src/components/Failure'
import List from 'src/components/List'
import Placeholder from 'src/components/Placeholder'
import { rankReplies } from 'src/lib/cannedReplies/rankReplies'
import { t } from 'src/lib/language/t'
import { CANNED_REPLIES } from 'src/queries/cannedReplies'

export const QUERY: TypedDocumentNode<
  CannedRepliesQuery,
  CannedRepliesQueryVariables
> = CANNED_REPLIES

export const beforeQuery = () => ({
  fetchPolicy: 'cache-and-network',
  notifyOnNetworkStatusChange: true,
})

export const Loading = () => (
  <div role="status" className="animate-late flex flex-col gap-3">
    <span className="sr-only">{t('Loading the canned replies')}</span>
    <div className="skeleton h-14" aria-hidden />
    <div className="skeleton h-14" aria-hidden />
    <div className="skeleton h-14" aria-hidden />
  </div>
)

export const Empty = () => (
  <Placeholder icon={MessageSquareText} title={t('No canned replies yet')}>
    <p>
      {t(
        'Opening hours, the way to the shop, a polite no: write once what you write every day. With the shortcut “hours”, typing /hours in a message inserts it.'
      )}
    </p>
  </Placeholder>
)

export const Failure = ({
  error,
  updating,
  queryResult,
}: CellFailureProps<CannedRepliesQueryVariables>) => (
  <FailureMessage
    what={t('The canned replies')}
    error={error}
    isRetrying={updating}
    onRetry={() => void queryResult?.refetch?.()}
  />
)

export const Success = ({
  cannedReplies,
}: CellSuccessProps<CannedRepliesQuery, CannedRepliesQueryVariables>) => (
  <List aria-label={t('Canned replies')} isRuled>
    {rankReplies(cannedReplies, '').map((reply) => (
      <CannedReplyRow key={reply.id} reply={reply} />
    ))}
  </List>
)
