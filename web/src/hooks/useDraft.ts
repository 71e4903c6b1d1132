import { useCallback, useRef } from 'react'

import { readDraft, writeDraft } from 'src/lib/drafts/drafts'
import { newKey } from 'src/lib/newKey'

/** The draft `id`, kept through reloads, and the idempotency key of its text. */
export function useDraft(id: string) {
  const draft = useRef(readDraft(id))

  const change = useCallback(
    (text: string) => {
      if (text !== draft.current.text) {
        draft.current = { text }
        writeDraft(id, draft.current)
      }
    },
    [id]
  )

  /** The key of this text: the same for each try, another for another text. */
  const keyFor = useCallback(
    (text: string) => {
      change(text)
      draft.current = { text, key: draft.current.key ?? newKey() }
      writeDraft(id, draft.current)
      return draft.current.key as string
    },
    [id, change]
  )

  const clear = useCallback(() => change(''), [change])

  return { initial: draft.current.text, change, keyFor, clear }
}
