import { gql } from '@apollo/client'
import type { TimelineQuery, TimelineQueryVariables } from 'types/graphql'

import type {
  CellFailureProps,
  CellSuccessProps,
  TypedDocumentNode,
} from '@redwoodjs/web'

import Button from 'src/components/Button'
import Timeline from 'src/components/Timeline'
import { errorText } from 'src/lib/errorText'
import { t } from 'src/lib/language/t'

export const QUERY: TypedDocumentNode<TimelineQuery, TimelineQueryVariables> =
  gql`
    query TimelineQuery($id: ID!) {
      message(id: $id) {
        id
        sid
        timeline {
          id
          status
          source
          disposition
          errorCode
          errorMessage
          rawDlrDoneDate
          participant
          receivedAt
        }
      }
    }
  `

export const beforeQuery = ({ id }: TimelineQueryVariables) => ({
  variables: { id },
  // What is known is shown at once; there may be more.
  fetchPolicy: 'cache-and-network',
})

export const isEmpty = ({ message }: TimelineQuery) =>
  !message || message.timeline.length === 0

export const Loading = () => <p className="text-ink-soft">{t('Loading…')}</p>

export const Empty = () => (
  <p className="text-ink-soft">{t('Twilio has reported nothing yet.')}</p>
)

export const Failure = ({
  error,
  updating,
  queryResult,
}: CellFailureProps<TimelineQueryVariables>) => (
  <div role="alert" className="flex flex-col items-start gap-2">
    <p>
      {t('The timeline could not be loaded. {error}', {
        error: errorText(error),
      })}
    </p>
    <Button disabled={updating} onClick={() => void queryResult?.refetch?.()}>
      {t('Retry')}
    </Button>
  </div>
)

export const Success = ({
  message,
}: CellSuccessProps<TimelineQuery, TimelineQueryVariables>) => (
  <Timeline message={message} />
)
