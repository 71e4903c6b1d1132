/**
 * What may be done with a message that ended in an error.
 *
 * - `never`: the same message to the same person would fail again
 * - `backoff`: Twilio was busy; the machine itself may repeat, more slowly
 * - `later`: a person may press Retry once the trouble has passed
 * - `afterFix`: a person may press Retry once somebody has mended the cause
 */
export type RetryClass = 'never' | 'backoff' | 'later' | 'afterFix'

export type ErrorRow = readonly [
  code: number,
  cause: string,
  nextStep: string,
  retry: RetryClass,
]
