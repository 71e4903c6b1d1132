const keyOf = (key: string) => `heliograph.${key}`

/** localStorage that may be closed, full or switched off; then nothing is kept, and nothing breaks. */
export const storage = {
  /** What it is called in the browser, where other programs of this host may keep theirs. */
  keyOf,
  get(key: string): string | null {
    try {
      return localStorage.getItem(keyOf(key))
    } catch {
      return null
    }
  },
  set(key: string, value: string) {
    try {
      localStorage.setItem(keyOf(key), value)
    } catch {
      // See above.
    }
  },
  remove(key: string) {
    try {
      localStorage.removeItem(keyOf(key))
    } catch {
      // See above.
    }
  },
}
