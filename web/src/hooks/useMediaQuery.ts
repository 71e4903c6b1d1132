import { useCallback, useSyncExternalStore } from 'react'

export function useMediaQuery(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const list = window.matchMedia?.(query)
      list?.addEventListener('change', listener)
      return () => list?.removeEventListener('change', listener)
    },
    [query]
  )
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia?.(query).matches ?? false
  )
}

/** One pane at a time. */
export const useIsPhone = () => useMediaQuery('(max-width: 767px)')

/** Room for the contact beside the thread. */
export const useIsWide = () => useMediaQuery('(min-width: 1200px)')

/** A keyboard on glass: its Enter is a new line. */
export const useIsTouch = () => useMediaQuery('(pointer: coarse)')
