const FIRST_MS = 500
const LONGEST_MS = 5_000

/** Doubling, capped, and spread over its upper half so that a restarted server is not hit by all tabs at once. */
export function retryDelay(attempt: number, random = Math.random): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt)
  return full / 2 + (full / 2) * random()
}

/** Ends after the delay, or at once when the network or the person comes back. */
export function waitToRetry(
  attempt: number,
  signal: AbortSignal
): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      window.removeEventListener('online', done)
      document.removeEventListener('visibilitychange', seen)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const seen = () => {
      if (document.visibilityState === 'visible') {
        done()
      }
    }
    const timer = setTimeout(done, retryDelay(attempt))
    window.addEventListener('online', done)
    document.addEventListener('visibilitychange', seen)
    signal.addEventListener('abort', done)
  })
}
