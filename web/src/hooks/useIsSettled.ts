import { useEffect, useState } from 'react'

/** Nobody decides and presses sooner: https://en.wikipedia.org/wiki/Mental_chronometry */
const SETTLED_MS = 600

/**
 * Whether a value has been what it is for long enough to be seen. A button whose meaning somebody else has just changed
 * must not take the press that was meant for the one before: who archives would open again.
 */
export function useIsSettled(value: unknown): boolean {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLED_MS)
    return () => clearTimeout(timer)
  }, [value])
  return settled === value
}
