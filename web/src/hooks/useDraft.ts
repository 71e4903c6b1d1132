import { useCallback, useEffect, useRef } from 'react'

import {
  type Draft,
  onGivenBack,
  readDraft,
  withTried,
  writeDraft,
} from 'src/lib/drafts/drafts'
import { newKey } from 'src/lib/newKey'

const NONE: readonly string[] = []

/**
 * The draft `id`, kept through reloads, and the idempotency key of what is sent of it.
 *
 * @param onText a text came back, which stands before what was written since
 */
export function useDraft(id: string, onText?: (text: string) => void) {
  const draft = useRef(readDraft(id))
  const latest = useRef(onText)
  useEffect(() => {
    latest.current = onText
  })
  useEffect(
    () =>
      onGivenBack((which) => {
        if (which === id) {
          draft.current = readDraft(id)
          latest.current?.(draft.current.text)
        }
      }),
    [id]
  )

  const keep = useCallback(
    (change: Partial<Draft>) => {
      draft.current = { ...draft.current, ...change }
      writeDraft(id, draft.current)
    },
    [id]
  )

  const change = useCallback((text: string) => keep({ text }), [keep])

  /** The key of this text with these attachments: the same for each try, another for anything else. */
  const keyFor = useCallback(
    (text: string, attachmentIds: readonly string[] = NONE) => {
      const { tried } = draft.current
      const known = tried.find(
        (one) =>
          one.text === text && `${one.attachmentIds}` === `${attachmentIds}`
      )
      if (known) {
        return known.key
      }
      const key = newKey()
      const one = { text, attachmentIds, key }
      keep({ text, tried: withTried(draft.current, one) })
      return key
    },
    [keep]
  )

  const clear = useCallback(() => keep({ text: '', tried: [] }), [keep])

  return { initial: draft.current.text, change, keyFor, clear }
}
