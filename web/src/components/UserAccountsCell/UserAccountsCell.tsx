import type {
  UserAccountsQuery,
  UserAccountsQueryVariables,
} from 'types/graphql'

import type {
  CellFailureProps,
  CellSuccessProps,
  TypedDocumentNode,
} from '@redwoodjs/web'

import FailureMessage from 'src/components/Failure'
import List from 'src/components/List'
import UserRow from 'src/components/UserRow'
import { t } from 'src/lib/language/t'
import { USER_ACCOUNTS } from 'src/queries/access'

export const QUERY: TypedDocumentNode<
  UserAccountsQuery,
  UserAccountsQueryVariables
> = USER_ACCOUNTS

export const beforeQuery = () => ({
  fetchPolicy: 'cache-and-network',
  notifyOnNetworkStatusChange: true,
})

export const Loading = () => (
  <div role="status" className="animate-late flex flex-col gap-3">
    <span className="sr-only">{t('Loading the users')}</span>
    <div className="skeleton h-16" aria-hidden />
    <div className="skeleton h-16" aria-hidden />
  </div>
)

export const Failure = ({
  error,
  updating,
  queryResult,
}: CellFailureProps<UserAccountsQueryVariables>) => (
  <FailureMessage
    what={t('The users')}
    error={error}
    isRetrying={updating}
    onRetry={() => void queryResult?.refetch?.()}
  />
)

export const Success = ({
  userAccounts,
}: CellSuccessProps<UserAccountsQuery, UserAccountsQueryVariables>) => (
  <List aria-label={t('Users')} isRuled>
    {userAccounts.map((account) => (
      <UserRow key={account.id} account={account} />
    ))}
  </List>
)
