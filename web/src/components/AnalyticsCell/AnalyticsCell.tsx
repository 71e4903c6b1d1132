import { gql } from '@apollo/client'
import type { AnalyticsQuery, AnalyticsQueryVariables } from 'types/graphql'

import type {
  CellFailureProps,
  CellSuccessProps,
  TypedDocumentNode,
} from '@redwoodjs/web'

import Analytics from 'src/components/Analytics'
import FailureMessage from 'src/components/Failure'
import Problem from 'src/components/Problem'
import { errorText } from 'src/lib/errorText'
import { t } from 'src/lib/language/t'

const POLL_MS = 60_000

export const QUERY: TypedDocumentNode<AnalyticsQuery, AnalyticsQueryVariables> =
  gql`
    query AnalyticsQuery(
      $from: String!
      $to: String!
      $timeZone: String!
      $channel: ChannelKind
    ) {
      analytics(from: $from, to: $to, timeZone: $timeZone, channel: $channel) {
        countedUntil
        days {
          day
          inbound
          sent
          delivered
          failed
          answers
          medianSeconds
          p90Seconds
        }
        channels {
          channel
          inbound
          sent
          delivered
          failed
        }
        hours {
          weekday
          hour
          inbound
          sent
        }
        errors {
          code
          count
          cause
          nextStep
        }
        responses {
          answers
          medianSeconds
          p90Seconds
        }
      }
    }
  `

export const beforeQuery = (variables: AnalyticsQueryVariables) => ({
  variables,
  fetchPolicy: 'cache-and-network',
  pollInterval: POLL_MS,
  // Nobody looks at a hidden tab.
  skipPollAttempt: () => document.visibilityState !== 'visible',
})

export const Loading = () => (
  <div role="status" className="animate-late flex flex-col gap-6">
    <span className="sr-only">{t('Loading analytics')}</span>
    <div className="skeleton h-14" aria-hidden />
    <div className="skeleton h-60" aria-hidden />
    <div className="skeleton h-32" aria-hidden />
  </div>
)

export const Failure = ({
  error,
  updating,
  queryResult,
}: CellFailureProps<AnalyticsQueryVariables>) => (
  <FailureMessage
    what={t('The figures')}
    error={error}
    isRetrying={updating}
    onRetry={() => void queryResult?.refetch?.()}
  />
)

export const Success = ({
  analytics,
  queryResult,
}: CellSuccessProps<AnalyticsQuery, AnalyticsQueryVariables>) => {
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
      <Analytics analytics={analytics} />
    </>
  )
}
