import { navigate } from '@redwoodjs/router'

import { conversationLibrary } from 'src/lib/conversationLibrary'

import { listed } from './listed'

/** Takes the focus to a row of the list; to the list where the row is too far away to be there. */
export const focusRow = (id: string) =>
  (
    document.querySelector<HTMLElement>(`[data-conversation="${id}"]`) ??
    document.querySelector<HTMLElement>('[data-scroller]')
  )?.focus()

const focusedId = () =>
  document.activeElement instanceof HTMLElement
    ? document.activeElement.dataset.conversation
    : undefined

const NEXT_AFTER_MS = 150

/**
 * Opens the conversation below (1) or above (-1) in the list, and takes the focus to its row: from the row that has
 * the focus, or else from the one that is open, or else the first. False at the end of the list.
 */
export function openNeighbour(step: 1 | -1): boolean {
  const list = listed.get()
  const index = list?.ids.indexOf(focusedId() ?? list.openId ?? '') ?? -1
  const id = list?.ids[index === -1 ? 0 : index + step]
  if (!list || !id) {
    return false
  }
  const library = conversationLibrary.get()
  library?.askAhead(id)
  navigate(list.pathOf(id))
  focusRow(id)
  const next = list.ids[index === -1 ? 1 : index + 2 * step]
  if (next) {
    // Behind what the opened one asks for: who goes on finds it.
    setTimeout(() => library?.askAhead(next), NEXT_AFTER_MS)
  }
  return true
}
