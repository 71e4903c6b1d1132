type Library = typeof import('./phoneNumbers')

let library: Library | null = null
let loading: Promise<Library> | null = null
const listeners = new Set<() => void>()

/** libphonenumber and its metadata, in a chunk of its own, which nobody waits for. */
export const phoneLibrary = {
  get: () => library,
  load: () =>
    (loading ??= import('./phoneNumbers').then((loaded) => {
      library = loaded
      listeners.forEach((listener) => listener())
      return loaded
    })),
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  },
}
