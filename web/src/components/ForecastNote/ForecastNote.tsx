import type {
  SenderForecastQuery,
  SenderForecastQueryVariables,
} from 'types/graphql'

import { useQuery } from '@redwoodjs/web'

import { cx } from 'src/lib/cx'
import { describeForecast } from 'src/lib/forecast/describeForecast'
import { SENDER_FORECAST } from 'src/queries/senderForecast'

const POLL_MS = 30_000

interface ForecastNoteProps {
  sender: string | undefined
  /** Nobody needs it who writes nothing. */
  isWriting: boolean
}

/** How long what is being written will wait at its sender; nothing where that is not long. */
const ForecastNote = ({ sender, isWriting }: ForecastNoteProps) => {
  const { data } = useQuery<SenderForecastQuery, SenderForecastQueryVariables>(
    SENDER_FORECAST,
    {
      variables: { sender: sender ?? '' },
      skip: !sender || !isWriting,
      fetchPolicy: 'cache-and-network',
      pollInterval: POLL_MS,
      skipPollAttempt: () => document.visibilityState !== 'visible',
    }
  )
  const forecast = isWriting && data && describeForecast(data.senderForecast)
  return (
    <span
      role="status"
      className={cx(
        'text-[0.8125rem]',
        forecast && forecast.isFull ? 'text-danger' : 'text-caution'
      )}
    >
      {forecast && forecast.text}
    </span>
  )
}

export default ForecastNote
