import type { SenderForecastQuery } from 'types/graphql'

import { count } from 'src/lib/language/number'
import { t } from 'src/lib/language/t'

export interface ForecastDescription {
  text: string
  /** Twilio may refuse what is sent now. */
  isFull: boolean
}

const WORTH_SAYING_SECONDS = 60
const NEARLY_FULL = 0.9

const duration = (seconds: number) => {
  const minutes = Math.round(seconds / 60)
  if (minutes < 90) {
    return t('{minutes, plural, one {a minute} other {# minutes}}', { minutes })
  }
  return t('{hours} hours', { hours: Math.round(minutes / 60) })
}

/** How long what is sent now waits at its sender; null where that is not worth a word, or not known. */
export function describeForecast({
  waitingSegments,
  secondsToDrain,
  queueSegments,
}: SenderForecastQuery['senderForecast']): ForecastDescription | null {
  if (queueSegments && waitingSegments >= queueSegments * NEARLY_FULL) {
    return {
      text: t(
        'Twilio’s queue for this sender is nearly full ({waiting} of {room} segments). It refuses what does not fit: better wait, or write from another number.',
        { waiting: count(waitingSegments), room: count(queueSegments) }
      ),
      isFull: true,
    }
  }
  return secondsToDrain && secondsToDrain > WORTH_SAYING_SECONDS
    ? {
        text: t(
          'About {duration} until this goes out ({waiting} segments wait at this sender).',
          {
            duration: duration(secondsToDrain),
            waiting: count(waitingSegments),
          }
        ),
        isFull: false,
      }
    : null
}
