/** Each value of a label is a series that Prometheus keeps: whatever comes from outside must not make thousands. */
const MOST = 100

/** @returns what keeps the first hundred values as they are, and calls all others `other` */
export function bounded() {
  const known = new Set<string>()
  return (value: string) => {
    if (known.has(value)) {
      return value
    }
    if (known.size >= MOST) {
      return 'other'
    }
    known.add(value)
    return value
  }
}
