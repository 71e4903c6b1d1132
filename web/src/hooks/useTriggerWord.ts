import { useCallback, useEffect, useRef, useState } from 'react'
import type { RefObject, SyntheticEvent } from 'react'

import { findTriggerWord } from 'src/lib/triggerWord/findTriggerWord'
import type { Trigger, TriggerWord } from 'src/lib/triggerWord/findTriggerWord'

/**
 * The word behind a trigger at the caret, while one is being written. `look` hears when the text or the caret may have
 * changed; `dismiss` when this slash is meant as a slash: it then stays one for as long as it stands there.
 */
export function useTriggerWord(
  area: RefObject<HTMLTextAreaElement | null>,
  text: string,
  trigger: Trigger
) {
  const [word, setWord] = useState<TriggerWord | null>(null)
  const dismissed = useRef<number | null>(null)
  useEffect(() => {
    if (dismissed.current !== null && text[dismissed.current] !== trigger) {
      dismissed.current = null
    }
  }, [text, trigger])

  const find = useCallback(() => {
    const { value = '', selectionStart = 0, selectionEnd } = area.current ?? {}
    return selectionStart === selectionEnd
      ? findTriggerWord(value, selectionStart, trigger)
      : null
  }, [area, trigger])

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
