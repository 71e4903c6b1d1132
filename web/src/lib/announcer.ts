/** What a screen reader is told; said by components/Announcer. */
type Listener = (text: string) => void
const listeners = new Set<Listener>()

export const announcer = {
  say: (text: string) => listeners.forEach((listener) => listener(text)),
  subscribe: (listener: Listener) => {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  },
}
