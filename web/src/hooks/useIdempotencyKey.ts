import { useCallback, useRef } from 'react'

import { newKey } from 'src/lib/newKey'

/** One key for each thing that is sent: the same for each try of the same, also after a try of anything else. */
export function useIdempotencyKey() {
  const keys = useRef(new Map<string, string>())
  return useCallback((...parts: string[]) => {
    const what = JSON.stringify(parts)
    const key = keys.current.get(what) ?? newKey()
    keys.current.set(what, key)
    return key
  }, [])
}
