import { config } from 'src/lib/config/config'

const LONGEST_SECONDS = 300

/** How long a message waits after its nth attempt that did nothing: exponential, with full jitter, at least a second. */
export const secondsUntilRetry = (attempt: number) =>
  1 + Math.random() * Math.min(LONGEST_SECONDS, 2 ** Math.min(attempt, 10))

/**
 * How long Twilio is left alone after the nth attempt whose outcome is unknown: it is asked then, and sent to again if it
 * knows nothing. Longer from attempt to attempt, because an outage must not be answered with a constant stream of
 * requests; but no longer than until the message's deadline, when it is to fail.
 */
export const secondsUntilConfirm = (
  attempt: number,
  secondsUntilDeadline: number
) => {
  const soonest = config.reconcileUnconfirmedSeconds
  const later = Math.min(
    soonest + secondsUntilRetry(attempt),
    secondsUntilDeadline
  )
  return Math.max(soonest, later)
}
