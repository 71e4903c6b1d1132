import { useEffect, useSyncExternalStore } from 'react'

import { phoneLibrary } from 'src/lib/phone/phoneLibrary'

/** What was typed, read as a number; null while there is none, undefined while the library is on its way. */
export function useNumber(text: string, near?: string) {
  const library = useSyncExternalStore(phoneLibrary.subscribe, phoneLibrary.get)
  useEffect(() => void phoneLibrary.load(), [])
  return library ? library.readNumber(text, near) : undefined
}
