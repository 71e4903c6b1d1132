import { useEffect, useRef } from 'react'

import { listed } from 'src/lib/commands/listed'
import type { Listed } from 'src/lib/commands/listed'
import { focusRow } from 'src/lib/commands/openNeighbour'

/**
 * Tells the keyboard which conversations the list shows.
 *
 * What is put away, and closed with that, takes its buttons and the focus with it: then the row that has come to its
 * place has the focus, and one goes on from there.
 */
export function useListed({ ids, openId, pathOf }: Listed) {
  const openIndex = useRef<number | null>(null)

  useEffect(() => listed.set({ ids, openId, pathOf }), [ids, openId, pathOf])
  useEffect(() => () => listed.set(null), [])

  useEffect(() => {
    if (openId) {
      const index = ids.indexOf(openId)
      openIndex.current = index === -1 ? openIndex.current : index
      return
    }
    const index = openIndex.current
    openIndex.current = null
    const id = index === null ? undefined : (ids[index] ?? ids[ids.length - 1])
    if (id && document.activeElement === document.body) {
      focusRow(id)
    }
  }, [ids, openId])
}
