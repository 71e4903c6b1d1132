import { setMaxListeners } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'

import { config } from 'src/lib/config/config'

/** What an attempt still has to write when Twilio has answered, or has not. */
const MARGIN_MS = 3_000

const attempts = new Set<Promise<unknown>>()

const stop = new AbortController()
// Each send that waits for its attempt listens to it.
setMaxListeners(0, stop.signal)

/** This process is about to end: what has not come to Twilio yet is left to another one, or to the next. */
export const isStopping = () => stop.signal.aborted

/** Waits for a time by this process's monotonic clock, or until the process is about to end. */
export async function waitUntil(time: number): Promise<void> {
  const remaining = time - performance.now()
  if (remaining > 0) {
    const { signal } = stop
    await pause(remaining, undefined, { signal }).catch(() => {})
  }
}

/** Notes an attempt until it is over, so that the process doesn't end in the middle of it. */
export function noteAttempt<Result>(attempt: Promise<Result>): Promise<Result> {
  attempts.add(attempt)
  const forget = () => attempts.delete(attempt)
  attempt.then(forget, forget)
  return attempt
}

/**
 * Waits for an attempt for as long as whoever sent may be left waiting; then it goes on by itself.
 *
 * @returns what it comes to; undefined where that took too long
 */
export async function waitAWhile<Result>(
  attempt: Promise<Result>
): Promise<Result | undefined> {
  const patience = pause(config.sendWaitMs, undefined, {
    signal: stop.signal,
    ref: false,
  })
  // Rejected by the stop: whoever waits is answered before the connections are closed.
  return Promise.race([attempt, patience.catch(() => undefined)])
}

/** Waits until nothing is under way. */
export const finished = async () => {
  while (attempts.size > 0) {
    await Promise.allSettled(attempts)
  }
}

/**
 * Begins no more attempts, and waits for those that Twilio has heard of: for as long as they can take, and no longer,
 * because whatever then still has a lease is looked after when that runs out.
 */
export async function finishAttempts(): Promise<void> {
  stop.abort()
  const longest = config.twilio.timeoutMs + MARGIN_MS
  await Promise.race([finished(), pause(longest, undefined, { ref: false })])
}
