import { gql } from '@apollo/client'
import { RadioTower } from 'lucide-react'
import type {
  WebhookHealthQuery,
  WebhookHealthQueryVariables,
} from 'types/graphql'

import type {
  CellFailureProps,
  CellSuccessProps,
  TypedDocumentNode,
} from '@redwoodjs/web'

import ConsoleUrls from 'src/components/ConsoleUrls'
import FailureMessage from 'src/components/Failure'
import Placeholder from 'src/components/Placeholder'
import Problem from 'src/components/Problem'
import WebhookHealth from 'src/components/WebhookHealth'
import { errorText } from 'src/lib/errorText'
import { t } from 'src/lib/language/t'
import { sum, troubleIn } from 'src/lib/webhooks/minutes'

const POLL_MS = 10_000

export const QUERY: TypedDocumentNode<
  WebhookHealthQuery,
  WebhookHealthQueryVariables
> = gql`
  fragment ListedMessage on Message {
    id
    direction
    channel
    body
    status
    errorCode
    errorMessage
    sendAt
    createdAt
    updatedAt
    conversation {
      id
      status
      contact {
        id
        name
        address
      }
    }
  }

  query WebhookHealthQuery {
    webhookHealth {
      minutes {
        minute
        callbacks
        inbound
        refused
        notRecorded
      }
      lastCallbackAt
      lastInboundAt
      callbackUrl
      messageUrl
      refusals {
        webhook
        reason
        expectedUrl
        signedUrl
        count
        lastAt
      }
      stuckCount
      stuck {
        ...ListedMessage
      }
      unconfirmedCount
      conflictCount
      conflicts {
        ...ListedMessage
      }
      parkedCount
      reconciliations {
        id
        kind
        startedAt
        finishedAt
        checked
        recovered
        absent
        foreign
      }
    }
  }
`

export const beforeQuery = () => ({
  fetchPolicy: 'cache-and-network',
  pollInterval: POLL_MS,
  // Nobody looks at a hidden tab.
  skipPollAttempt: () => document.visibilityState !== 'visible',
})

/** Twilio was never heard, and nobody else either. */
export const isEmpty = ({ webhookHealth: health }: WebhookHealthQuery) =>
  !health.lastCallbackAt &&
  !health.lastInboundAt &&
  health.refusals.length === 0 &&
  health.stuckCount + health.unconfirmedCount + health.parkedCount === 0 &&
  sum(health.minutes, (minute) => minute.callbacks + troubleIn(minute)) === 0

export const Loading = () => (
  <div role="status" className="animate-late flex flex-col gap-6">
    <span className="sr-only">{t('Loading webhook health')}</span>
    <div className="skeleton h-12" aria-hidden />
    <div className="skeleton h-40" aria-hidden />
    <div className="skeleton h-24" aria-hidden />
  </div>
)

export const Empty = ({
  webhookHealth: health,
}: CellSuccessProps<WebhookHealthQuery>) => (
  <>
    <Placeholder icon={RadioTower} title={t('Twilio has not called yet')}>
      <p>
        {t(
          'Put the first of these addresses into the Twilio console, and write to your number.'
        )}
      </p>
    </Placeholder>
    <ConsoleUrls
      messageUrl={health.messageUrl}
      callbackUrl={health.callbackUrl}
    />
  </>
)

export const Failure = ({
  error,
  updating,
  queryResult,
}: CellFailureProps<WebhookHealthQueryVariables>) => (
  <FailureMessage
    what={t('The webhook health')}
    error={error}
    isRetrying={updating}
    onRetry={() => void queryResult?.refetch?.()}
  />
)

export const Success = ({
  webhookHealth,
  queryResult,
}: CellSuccessProps<WebhookHealthQuery, WebhookHealthQueryVariables>) => {
  // See lib/apollo/useLastingQuery.
  const { staleError } = (queryResult ?? {}) as { staleError?: Error }
  return (
    <>
      {staleError && (
        <Problem>
          {t('These are not the latest figures. {error}', {
            error: errorText(staleError),
          })}
        </Problem>
      )}
      <WebhookHealth health={webhookHealth} />
    </>
  )
}
