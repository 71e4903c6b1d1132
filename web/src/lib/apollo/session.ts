const listeners = new Set<() => void>()

/** Says that the server no longer knows this session. */
export const session = {
  end: () => listeners.forEach((listener) => listener()),
  onEnd: (listener: () => void) => {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  },
}
