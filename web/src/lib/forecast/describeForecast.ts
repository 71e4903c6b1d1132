import type { SenderForecastQuery } from 'types/graphql'

export interface ForecastDescription {
  text: string
  /** Twilio may refuse what is sent now. */
  isFull: boolean
}

const WORTH_SAYING_SECONDS = 60
const NEARLY_FULL = 0.9

const number = (value: number) => value.toLocaleString(navigator.language)

const duration = (seconds: number) => {
  const minutes = Math.round(seconds / 60)
  if (minutes < 90) {
    return minutes === 1 ? 'a minute' : `${minutes} minutes`
  }
  return `${Math.round(minutes / 60)} hours`
}

/** How long what is sent now waits at its sender; null where that is not worth a word, or not known. */
export function describeForecast({
  waitingSegments,
  secondsToDrain,
  queueSegments,
}: SenderForecastQuery['senderForecast']): ForecastDescription | null {
  if (queueSegments && waitingSegments >= queueSegments * NEARLY_FULL) {
    return {
      text: `Twilio’s queue for this sender is nearly full (${number(waitingSegments)} of ${number(queueSegments)} segments). It refuses what does not fit: better wait, or write from another number.`,
      isFull: true,
    }
  }
  return secondsToDrain && secondsToDrain > WORTH_SAYING_SECONDS
    ? {
        text: `About ${duration(secondsToDrain)} until this goes out (${number(waitingSegments)} segments wait at this sender).`,
        isFull: false,
      }
    : null
}
