export interface LazyLibrary<Library> {
  get: () => Library | null
  load: () => Promise<Library>
  subscribe: (listener: () => void) => () => void
}

/**
 * A library in a chunk of its own, which nobody waits for: it is there, or it is not there yet. A load that fails (the
 * network is away, the build is a newer one) is tried again when it is next wanted.
 */
export function lazyLibrary<Library>(
  load: () => Promise<Library>
): LazyLibrary<Library> {
  let library: Library | null = null
  let loading: Promise<Library> | null = null
  const listeners = new Set<() => void>()

  const start = async () => {
    try {
      library = await load()
      listeners.forEach((listener) => listener())
      return library
    } catch (error) {
      loading = null
      throw error
    }
  }

  return {
    get: () => library,
    load: () => (loading ??= start()),
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}
