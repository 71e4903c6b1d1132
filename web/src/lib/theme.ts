import { storage } from 'src/lib/storage'

export type Theme = 'system' | 'light' | 'dark'

const read = (): Theme => {
  const kept = storage.get('theme')
  return kept === 'light' || kept === 'dark' ? kept : 'system'
}

let chosen = read()
const listeners = new Set<() => void>()

/** What the operator chose in this browser. */
export const theme = {
  get: () => chosen,
  choose(next: Theme) {
    if (next === 'system') {
      storage.remove('theme')
    } else {
      storage.set('theme', next)
    }
    chosen = next
    listeners.forEach((listener) => listener())
  },
  subscribe(listener: () => void) {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  },
}
