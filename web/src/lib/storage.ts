/** localStorage that may be closed, full or switched off; then nothing is kept, and nothing breaks. */
export const storage = {
  get(key: string): string | null {
    try {
      return localStorage.getItem(`heliograph.${key}`)
    } catch {
      return null
    }
  },
  set(key: string, value: string) {
    try {
      localStorage.setItem(`heliograph.${key}`, value)
    } catch {
      // See above.
    }
  },
  remove(key: string) {
    try {
      localStorage.removeItem(`heliograph.${key}`)
    } catch {
      // See above.
    }
  },
}
