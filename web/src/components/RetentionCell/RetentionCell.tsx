import type { RetentionsQuery, RetentionsQueryVariables } from 'types/graphql'

import type {
  CellFailureProps,
  CellSuccessProps,
  TypedDocumentNode,
} from '@redwoodjs/web'

import FailureMessage from 'src/components/Failure'
import RetentionForm from 'src/components/RetentionForm'
import { t } from 'src/lib/language/t'
import { RETENTIONS } from 'src/queries/privacy'

export const QUERY: TypedDocumentNode<
  RetentionsQuery,
  RetentionsQueryVariables
> = RETENTIONS

export const beforeQuery = () => ({
  fetchPolicy: 'cache-and-network',
  notifyOnNetworkStatusChange: true,
})

export const isEmpty = () => false

export const Loading = () => (
  <div role="status" className="animate-late">
    <span className="sr-only">{t('Loading how long it is kept')}</span>
    <div className="skeleton h-20" aria-hidden />
  </div>
)

export const Failure = ({
  error,
  updating,
  queryResult,
}: CellFailureProps<RetentionsQueryVariables>) => (
  <FailureMessage
    what={t('How long it is kept')}
    error={error}
    isRetrying={updating}
    onRetry={() => void queryResult?.refetch?.()}
  />
)

export const Success = ({
  retentions,
  address,
}: CellSuccessProps<RetentionsQuery, RetentionsQueryVariables> & {
  /** Of ours; empty: all that have no decision of their own. */
  address: string
}) => {
  const own = retentions.find((each) => (each.address ?? '') === address)
  const everybodys = retentions.find((each) => !each.address)
  return (
    <RetentionForm
      // What was saved is where the next change starts from.
      key={`${own?.updatedAt} ${everybodys?.updatedAt}`}
      address={address || null}
      retention={own}
      inherited={everybodys}
    />
  )
}
