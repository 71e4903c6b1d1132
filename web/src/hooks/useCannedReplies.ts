import { useEffect, useSyncExternalStore } from 'react'
import type { RefObject } from 'react'

import { useTriggerWord } from 'src/hooks/useTriggerWord'
import { pickerLibrary } from 'src/lib/cannedReplies/pickerLibrary'

/** The word behind a slash, and the list for it, which is loaded with the first slash; without it a slash is a slash. */
export function useCannedReplies(
  area: RefObject<HTMLTextAreaElement | null>,
  text: string
) {
  const slash = useTriggerWord(area, text, '/')
  const { word, dismiss } = slash
  const library = useSyncExternalStore(
    pickerLibrary.subscribe,
    pickerLibrary.get
  )
  const isWanted = word !== null
  useEffect(() => {
    if (isWanted) {
      pickerLibrary.load().catch(dismiss)
    }
  }, [isWanted, dismiss])

  return {
    ...slash,
    Picker: library?.default,
    /** Nobody can say yet whether an Enter chooses or sends. */
    isLoading: isWanted && !library,
  }
}
