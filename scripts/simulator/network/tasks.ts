import { setMaxListeners } from 'node:events'

/** What everything under way ends with when the network is stopped. */
export class NetworkReset extends Error {
  readonly statusCode = 409

  constructor() {
    super('The simulator was reset')
  }
}

/** What is under way: timers that wait and requests that are out. */
export interface Tasks {
  /** Resolves after `ms`; rejects when everything is stopped. */
  wait: (ms: number) => Promise<void>
  /** Counts `work` as under way until it settles; rejects with `NetworkReset` if it outlived its network. */
  track: <T>(work: Promise<T>) => Promise<T>
  /** The same for work that nobody awaits; it may end by `NetworkReset`, and any other failure is logged. */
  background: (work: Promise<unknown>) => void
  /** Aborted when everything is stopped; a new one is made then. */
  signal: () => AbortSignal
  /** Resolves when nothing is under way. */
  idle: () => Promise<void>
  underWay: () => number
  stop: () => void
}

const newAbort = () => {
  const abort = new AbortController()
  // Each request that is out listens to it.
  setMaxListeners(0, abort.signal)
  return abort
}

export function createTasks(): Tasks {
  const timers = new Map<NodeJS.Timeout, () => void>()
  const waiters = new Set<() => void>()
  let working = 0
  let abort = newAbort()

  const underWay = () => timers.size + working
  const settle = () => {
    if (underWay() > 0) return
    for (const resolve of waiters) resolve()
    waiters.clear()
  }
  const track: Tasks['track'] = async (work) => {
    const { signal } = abort
    working++
    try {
      const result = await work
      if (signal.aborted) throw new NetworkReset()
      return result
    } finally {
      working--
      setImmediate(settle)
    }
  }

  return {
    track,
    wait: (ms) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          timers.delete(timer)
          resolve()
          // After `resolve`: what waited may start other work, which counts as under way.
          setImmediate(settle)
        }, ms)
        timers.set(timer, () => reject(new NetworkReset()))
      }),
    background: (work) => {
      track(work).catch((error) => {
        if (!(error instanceof NetworkReset)) console.error(error)
      })
    },
    signal: () => abort.signal,
    idle: () =>
      new Promise((resolve) => {
        waiters.add(resolve)
        setImmediate(settle)
      }),
    underWay,
    stop: () => {
      for (const [timer, stopped] of timers) {
        clearTimeout(timer)
        stopped()
      }
      timers.clear()
      abort.abort()
      abort = newAbort()
      setImmediate(settle)
    },
  }
}
