const isAbort = (error: unknown) =>
  error instanceof Error && error.name === 'AbortError'

/**
 * One tab leads, the others wait in a row for the lock. A tab that is closed, or dies, lets go of it, and the next one
 * leads; a tab that stands still keeps it, until another one takes it away.
 *
 * @param lead it is this tab's turn; returns what ends that
 */
export function takeTurns(name: string, lead: () => () => void) {
  let queue = new AbortController()
  let release = () => {}
  let takes = false
  let isOver = false

  const leadToTheEnd = async () => {
    if (isOver) {
      return
    }
    const stop = lead()
    try {
      await new Promise<void>((resolve) => {
        release = resolve
      })
    } finally {
      stop()
    }
  }

  /** Resolves at the end; rejects where the turn was taken away, or the wait for it was given up. */
  const hold = (options: LockOptions) => {
    takes = false
    return navigator.locks.request(name, options, leadToTheEnd)
  }

  const run = async () => {
    while (!isOver) {
      queue = new AbortController()
      try {
        await hold(takes ? { steal: true } : { signal: queue.signal })
      } catch (error) {
        // Whoever took this turn leads; the callback of the lock that is lost goes on by itself.
        release()
        if (!isAbort(error)) {
          // Locks that are closed to this page: it goes alone, as where there are none.
          await leadToTheEnd()
        }
      }
    }
  }
  void run()

  return {
    /** Leads from now on, whoever did. */
    take: () => {
      takes = true
      queue.abort()
    },
    end: () => {
      isOver = true
      queue.abort()
      release()
    },
  }
}
