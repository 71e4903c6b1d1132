import { Webhook } from 'lucide-react'
import type {
  WebhookEndpointsQuery,
  WebhookEndpointsQueryVariables,
} from 'types/graphql'

import type {
  CellFailureProps,
  CellSuccessProps,
  TypedDocumentNode,
} from '@redwoodjs/web'

import FailureMessage from 'src/components/Failure'
import List from 'src/components/List'
import Placeholder from 'src/components/Placeholder'
import WebhookEndpoint from 'src/components/WebhookEndpoint'
import { t } from 'src/lib/language/t'
import { WEBHOOK_ENDPOINTS } from 'src/queries/webhookEndpoints'

const POLL_MS = 5_000

export const QUERY: TypedDocumentNode<
  WebhookEndpointsQuery,
  WebhookEndpointsQueryVariables
> = WEBHOOK_ENDPOINTS

export const beforeQuery = () => ({
  fetchPolicy: 'cache-and-network',
  pollInterval: POLL_MS,
  // Nobody looks at a hidden tab.
  skipPollAttempt: () => document.visibilityState !== 'visible',
})

export const Loading = () => (
  <div role="status" className="animate-late flex flex-col gap-3">
    <span className="sr-only">{t('Loading the endpoints')}</span>
    <div className="skeleton h-24" aria-hidden />
    <div className="skeleton h-24" aria-hidden />
  </div>
)

export const Empty = () => (
  <Placeholder icon={Webhook} title={t('No endpoints yet')}>
    <p>
      {t(
        'A workflow tool such as Zapier, Make or n8n gives you an address. Put it here, and it hears of each message.'
      )}
    </p>
  </Placeholder>
)

export const Failure = ({
  error,
  updating,
  queryResult,
}: CellFailureProps<WebhookEndpointsQueryVariables>) => (
  <FailureMessage
    what={t('The endpoints')}
    error={error}
    isRetrying={updating}
    onRetry={() => void queryResult?.refetch?.()}
  />
)

export const Success = ({
  webhookEndpoints,
}: CellSuccessProps<WebhookEndpointsQuery, WebhookEndpointsQueryVariables>) => (
  <List aria-label={t('Endpoints')} isRuled>
    {webhookEndpoints.map((endpoint) => (
      <WebhookEndpoint key={endpoint.id} endpoint={endpoint} />
    ))}
  </List>
)
