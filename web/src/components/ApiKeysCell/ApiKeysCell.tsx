import { KeyRound } from 'lucide-react'
import type { ApiKeysQuery, ApiKeysQueryVariables } from 'types/graphql'

import type {
  CellFailureProps,
  CellSuccessProps,
  TypedDocumentNode,
} from '@redwoodjs/web'

import ApiKeyRow from 'src/components/ApiKeyRow'
import FailureMessage from 'src/components/Failure'
import List from 'src/components/List'
import Placeholder from 'src/components/Placeholder'
import { t } from 'src/lib/language/t'
import { API_KEYS } from 'src/queries/access'

export const QUERY: TypedDocumentNode<ApiKeysQuery, ApiKeysQueryVariables> =
  API_KEYS

export const beforeQuery = () => ({
  fetchPolicy: 'cache-and-network',
  notifyOnNetworkStatusChange: true,
})

export const Loading = () => (
  <div role="status" className="animate-late flex flex-col gap-3">
    <span className="sr-only">{t('Loading the keys')}</span>
    <div className="skeleton h-16" aria-hidden />
    <div className="skeleton h-16" aria-hidden />
  </div>
)

export const Empty = () => (
  <Placeholder icon={KeyRound} title={t('No keys yet')}>
    <p>
      {t('A program needs one to ask GraphQL for messages, or to send them.')}
    </p>
  </Placeholder>
)

export const Failure = ({
  error,
  updating,
  queryResult,
}: CellFailureProps<ApiKeysQueryVariables>) => (
  <FailureMessage
    what={t('The keys')}
    error={error}
    isRetrying={updating}
    onRetry={() => void queryResult?.refetch?.()}
  />
)

export const Success = ({
  apiKeys,
}: CellSuccessProps<ApiKeysQuery, ApiKeysQueryVariables>) => (
  <List aria-label={t('API keys')} isRuled>
    {apiKeys.map((apiKey) => (
      <ApiKeyRow key={apiKey.id} apiKey={apiKey} />
    ))}
  </List>
)
