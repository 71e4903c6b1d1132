import { useLayoutEffect, useRef } from 'react'
import type { FocusEvent, RefObject } from 'react'

/**
 * Gives the focus to the row that took the place of the one that had it: what is archived or read goes away with it.
 */
export function useKeepRowFocus(
  scroller: RefObject<HTMLDivElement>,
  ids: readonly string[]
) {
  const focused = useRef<string>()
  const before = useRef(ids)

  useLayoutEffect(() => {
    const { current: id } = focused
    const isGone = id !== undefined && !ids.includes(id)
    if (isGone && document.activeElement === document.body) {
      const index = Math.min(before.current.indexOf(id), ids.length - 1)
      const next = scroller.current?.querySelector<HTMLElement>(
        `[data-conversation="${ids[index]}"]`
      )
      ;(next ?? scroller.current)?.focus()
    }
    if (isGone) {
      focused.current = undefined
    }
    before.current = ids
  }, [scroller, ids])

  return {
    /** Which must stay rendered, also out of sight. */
    focused,
    onFocus: ({ target }: FocusEvent) => {
      focused.current = target.closest<HTMLElement>('[data-row]')?.dataset.row
    },
  }
}
