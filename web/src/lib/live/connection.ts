/** What the live stream is doing: on its way, open, or waiting for the next try. */
export type Connection = 'connecting' | 'live' | 'waiting'

type Listener = () => void

let current: Connection = 'connecting'
const listeners = new Set<Listener>()

/** The state of the tab's one live stream, for `useSyncExternalStore`. */
export const connection = {
  get: () => current,
  set: (next: Connection) => {
    if (next !== current) {
      current = next
      listeners.forEach((listener) => listener())
    }
  },
  subscribe: (listener: Listener) => {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  },
}
