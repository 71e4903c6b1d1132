import { Inbox } from 'lucide-react'
import type {
  ReplayFailedWebhooksMutation,
  ReplayFailedWebhooksMutationVariables,
  WebhookDeliveriesQuery,
  WebhookDeliveriesQueryVariables,
} from 'types/graphql'

import { useMutation } from '@redwoodjs/web'
import type {
  CellFailureProps,
  CellSuccessProps,
  TypedDocumentNode,
} from '@redwoodjs/web'

import Button from 'src/components/Button'
import FailureMessage from 'src/components/Failure'
import List from 'src/components/List'
import LoadMore from 'src/components/LoadMore'
import Placeholder from 'src/components/Placeholder'
import WebhookDelivery from 'src/components/WebhookDelivery'
import { errorText } from 'src/lib/errorText'
import { t } from 'src/lib/language/t'
import { noticeBoard } from 'src/lib/notices'
import {
  REPLAY_FAILED_WEBHOOKS,
  WEBHOOK_DELIVERIES,
} from 'src/queries/webhookEndpoints'

const POLL_MS = 5_000

interface DeliveriesProps {
  endpointId: string
}

export const QUERY: TypedDocumentNode<
  WebhookDeliveriesQuery,
  WebhookDeliveriesQueryVariables
> = WEBHOOK_DELIVERIES

export const beforeQuery = ({ endpointId }: DeliveriesProps) => ({
  variables: { endpointId },
  fetchPolicy: 'cache-and-network',
  pollInterval: POLL_MS,
  skipPollAttempt: () => document.visibilityState !== 'visible',
})

export const isEmpty = ({ webhookDeliveries }: WebhookDeliveriesQuery) =>
  webhookDeliveries.edges.length === 0

export const Loading = () => (
  <div role="status" className="animate-late">
    <span className="sr-only">{t('Loading the deliveries')}</span>
    <div className="skeleton h-10" aria-hidden />
  </div>
)

export const Empty = () => (
  <div className="flex">
    <Placeholder icon={Inbox} title={t('Nothing was sent yet')}>
      <p>{t('What happens from now on stands here, for 30 days.')}</p>
    </Placeholder>
  </div>
)

export const Failure = ({
  error,
  updating,
  queryResult,
}: CellFailureProps<WebhookDeliveriesQueryVariables>) => (
  <FailureMessage
    what={t('The deliveries')}
    error={error}
    isRetrying={updating}
    onRetry={() => void queryResult?.refetch?.()}
  />
)

export const Success = ({
  webhookDeliveries: { edges, pageInfo },
  endpointId,
  queryResult,
}: CellSuccessProps<WebhookDeliveriesQuery, WebhookDeliveriesQueryVariables> &
  DeliveriesProps) => {
  const [replayFailed, { loading }] = useMutation<
    ReplayFailedWebhooksMutation,
    ReplayFailedWebhooksMutationVariables
  >(REPLAY_FAILED_WEBHOOKS, { variables: { endpointId } })
  const run = async () => {
    try {
      const { data } = await replayFailed()
      noticeBoard.post(
        t(
          '{count, plural, one {# delivery goes} other {# deliveries go}} out again.',
          {
            count: data?.replayed ?? 0,
          }
        )
      )
      await queryResult?.refetch?.()
    } catch (error) {
      noticeBoard.post(
        t('They were not replayed. {error}', { error: errorText(error) })
      )
    }
  }
  const hasFailed = edges.some(({ node }) => node.status === 'FAILED')
  const { hasNextPage, endCursor } = pageInfo

  return (
    <div className="flex flex-col gap-2">
      {hasFailed && (
        <Button
          className="self-start"
          disabled={loading}
          onClick={() => void run()}
        >
          {loading ? t('Replaying…') : t('Replay all that failed')}
        </Button>
      )}
      <List aria-label={t('Deliveries')} className="divide-y divide-line">
        {edges.map(({ node }) => (
          <WebhookDelivery key={node.id} delivery={node} />
        ))}
      </List>
      {hasNextPage && endCursor && (
        <LoadMore
          key={edges.length}
          label={t('Earlier deliveries')}
          onLoad={() =>
            queryResult?.fetchMore?.({ variables: { after: endCursor } })
          }
        />
      )}
    </div>
  )
}
