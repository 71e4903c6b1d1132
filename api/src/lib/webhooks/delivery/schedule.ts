const MINUTE = 60
const HOUR = 60 * MINUTE

/**
 * Seconds to wait after each attempt that failed: three days in all.
 *
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md (Deliverability and reliability)
 */
const WAITS = [
  5,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
]

/** A tenth more at most, so that what failed together does not come back together. */
const JITTER = 0.1

/**
 * When to try again.
 *
 * @param attempts how many have failed
 * @returns seconds from now; null where it was tried often enough
 */
export function secondsUntilNext(attempts: number): number | null {
  const wait = WAITS[attempts - 1]
  return wait === undefined ? null : wait * (1 + Math.random() * JITTER)
}
