export interface Random {
  /** The next number in [0, 1). */
  next: () => number
  shuffle: <T>(items: readonly T[]) => T[]
}

/** Mulberry32: the same seed gives the same faults, so that a failing run can be run again. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const shuffle = <T>(items: readonly T[]): T[] => {
    const shuffled = [...items]
    for (let last = shuffled.length - 1; last > 0; last--) {
      const other = Math.floor(next() * (last + 1))
      ;[shuffled[last], shuffled[other]] = [shuffled[other], shuffled[last]]
    }
    return shuffled
  }
  return { next, shuffle }
}
