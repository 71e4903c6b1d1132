import { useCallback, useRef } from 'react'

import { readDraft, writeDraft } from 'src/lib/drafts/drafts'
import { newKey } from 'src/lib/newKey'

const NONE: readonly string[] = []

/** The draft `id`, kept through reloads, and the idempotency key of what is sent of it. */
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

  /** The key of this text with these attachments: the same for each try, another for anything else. */
  const keyFor = useCallback(
    (text: string, attachmentIds: readonly string[] = NONE) => {
      const { key, ...known } = draft.current
      const isSame =
        text === known.text &&
        `${attachmentIds}` === `${known.attachmentIds ?? NONE}`
      const kept = isSame && key ? key : newKey()
      draft.current = { text, attachmentIds, key: kept }
      writeDraft(id, draft.current)
      return kept
    },
    [id]
  )

  const clear = useCallback(() => {
    draft.current = { text: '' }
    writeDraft(id, draft.current)
  }, [id])

  return { initial: draft.current.text, change, keyFor, clear }
}
