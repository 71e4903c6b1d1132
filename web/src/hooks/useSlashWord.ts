import { useCallback, useEffect, useRef, useState } from 'react'
import type { RefObject, SyntheticEvent } from 'react'

import { findSlashWord } from 'src/lib/cannedReplies/findSlashWord'
import type { SlashWord } from 'src/lib/cannedReplies/findSlashWord'

/**
 * The word behind a slash at the caret, while one is being written. `look` hears when the text or the caret may have
 * changed; `dismiss` when this slash is meant as a slash: it then stays one for as long as it stands there.
 */
export function useSlashWord(
  area: RefObject<HTMLTextAreaElement | null>,
  text: string
) {
  const [word, setWord] = useState<SlashWord | null>(null)
  const dismissed = useRef<number | null>(null)
  useEffect(() => {
    if (dismissed.current !== null && text[dismissed.current] !== '/') {
      dismissed.current = null
    }
  }, [text])

  const find = useCallback(() => {
    const { value = '', selectionStart = 0, selectionEnd } = area.current ?? {}
    return selectionStart === selectionEnd
      ? findSlashWord(value, selectionStart)
      : null
  }, [area])

  const look = useCallback(
    ({ nativeEvent }: SyntheticEvent) => {
      // Half a word of an IME is none of ours.
      if ((nativeEvent as InputEvent).isComposing) {
        return
      }
      const found = find()
      const next = found?.start === dismissed.current ? null : found
      setWord((known) =>
        known?.start === next?.start && known?.query === next?.query
          ? known
          : next
      )
    },
    [find]
  )

  const dismiss = useCallback(() => {
    dismissed.current = find()?.start ?? null
    setWord(null)
  }, [find])

  /** Until the text or the caret changes. */
  const close = useCallback(() => setWord(null), [])

  return { word, look, dismiss, close }
}
