import { useEffect, useState } from 'react'

const LATE_MS = 3_000

/**
 * Whether something has taken so long that it is worth a word. What is older than the page is late at once; for all
 * else it counts from when it appeared, since the server's clock may not be ours.
 */
export function useIsLate(isUnderWay: boolean, since: string): boolean {
  const [isLate, setIsLate] = useState(
    () => Date.now() - Date.parse(since) > LATE_MS
  )
  useEffect(() => {
    if (!isUnderWay || isLate) {
      return
    }
    const timer = setTimeout(() => setIsLate(true), LATE_MS)
    return () => clearTimeout(timer)
  }, [isUnderWay, isLate])
  return isUnderWay && isLate
}
