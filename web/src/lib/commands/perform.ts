import { navigate } from '@redwoodjs/router'

import { inboxPath } from 'src/lib/folders/inboxPath'

import { commandCenter } from './commandCenter'
import { commandElement } from './commandElement'
import { openNeighbour } from './openNeighbour'

/** Presses the button, or enters the field, that has the command. */
function press(id: string) {
  const element = commandElement(id)
  element?.focus()
  if (element instanceof HTMLInputElement) {
    element.select()
  } else if (element && !(element instanceof HTMLTextAreaElement)) {
    element.click()
  }
  return element !== null
}

/** Does a command; false where it can't be done on this page. */
export function perform(id: string): boolean {
  if (id === 'palette' || id === 'help') {
    commandCenter.set(id)
    return true
  }
  if (id === 'next' || id === 'previous') {
    return openNeighbour(id === 'next' ? 1 : -1)
  }
  if (id.startsWith('folder.')) {
    navigate(inboxPath({ folder: id.slice('folder.'.length) }))
    return true
  }
  return press(id)
}
