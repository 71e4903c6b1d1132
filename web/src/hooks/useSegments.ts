import { useEffect, useMemo, useSyncExternalStore } from 'react'

import { segmentLibrary } from 'src/lib/segments/segmentLibrary'

/** What a text is on the air; nothing for no text, and while the calculator is on its way. */
export function useSegments(text: string) {
  const library = useSyncExternalStore(
    segmentLibrary.subscribe,
    segmentLibrary.get
  )
  const isNeeded = text.length > 0
  useEffect(() => {
    if (isNeeded) {
      void segmentLibrary.load()
    }
  }, [isNeeded])
  return useMemo(
    () => (isNeeded ? library?.readSegments(text) : undefined),
    [isNeeded, library, text]
  )
}
