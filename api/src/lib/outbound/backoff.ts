const LONGEST_SECONDS = 300

/** How long a message waits after its nth attempt that did nothing: exponential, with full jitter, at least a second. */
export const secondsUntilRetry = (attempt: number) =>
  1 + Math.random() * Math.min(LONGEST_SECONDS, 2 ** Math.min(attempt, 10))
