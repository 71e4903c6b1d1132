type Library = typeof import('./readSegments')

let library: Library | null = null
let loading: Promise<Library> | null = null
const listeners = new Set<() => void>()

/** The segment calculator, in a chunk of its own, which nobody waits for. */
export const segmentLibrary = {
  get: () => library,
  load: () =>
    (loading ??= import('./readSegments').then((loaded) => {
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
