import { useCallback, useRef } from 'react'

import { newKey } from 'src/lib/newKey'

/** One key for each thing that is sent: the same for each try of the same, another for anything else. */
export function useIdempotencyKey() {
  const last = useRef<{ what: string; key: string }>()
  return useCallback((...parts: string[]) => {
    const what = JSON.stringify(parts)
    if (last.current?.what !== what) {
      last.current = { what, key: newKey() }
    }
    return last.current.key
  }, [])
}
