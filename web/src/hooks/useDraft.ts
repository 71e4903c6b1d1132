import { useCallback, useRef } from 'react'

import { type Draft, readDraft, writeDraft } from 'src/lib/drafts/drafts'
import { newKey } from 'src/lib/newKey'

const NONE: readonly string[] = []

/** The draft `id`, kept through reloads, and the idempotency key of what is sent of it. */
/** More tries than anybody remembers. */
const MOST_TRIED = 20

/** The draft `id`, kept through reloads, and the idempotency key of what is sent of it. */
export function useDraft(id: string) {
  const draft = useRef(readDraft(id))

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
      const now = [...tried, { text, attachmentIds, key }].slice(-MOST_TRIED)
      keep({ text, tried: now })
      return key
    },
    [keep]
  )

  const clear = useCallback(() => keep({ text: '', tried: [] }), [keep])

  return { initial: draft.current.text, change, keyFor, clear }
}
