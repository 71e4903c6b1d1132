import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'

import type { LazyLibrary } from 'src/lib/lazyLibrary'

/** What comes later, once it is wanted; `retry` where it did not come. */
export function useLibrary<Library>(
  { get, load, subscribe }: LazyLibrary<Library>,
  isWanted: boolean
) {
  const library = useSyncExternalStore(subscribe, get)
  const [hasFailed, setHasFailed] = useState(false)

  const retry = useCallback(() => {
    setHasFailed(false)
    load().catch(() => setHasFailed(true))
  }, [load])

  useEffect(() => {
    if (isWanted) {
      retry()
    }
  }, [isWanted, retry])

  return { library, hasFailed, retry }
}
