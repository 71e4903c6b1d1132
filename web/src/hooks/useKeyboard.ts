import { useEffect } from 'react'

import { useSettings } from 'src/hooks/useSettings'
import { COMMANDS } from 'src/lib/commands/commands'
import { createKeyReader } from 'src/lib/commands/createKeyReader'
import { overlayLibrary } from 'src/lib/commands/overlayLibrary'
import { perform } from 'src/lib/commands/perform'

const FIELDS = 'input, textarea, select, [contenteditable="true"]'

/** What is open over the page has keys of its own. */
const OVER_THE_PAGE = '[role="dialog"], [role="alertdialog"], [role="menu"]'

const isIn = (target: EventTarget | null, selector: string) =>
  target instanceof Element && target.closest(selector) !== null

/** Out of a text and back to what it belongs to, from where single keys are commands again. */
function leaveField(event: KeyboardEvent) {
  if (event.key === 'Escape' && event.target instanceof HTMLTextAreaElement) {
    document.getElementById('content')?.focus()
  }
}

/** Single keys and Cmd or Ctrl with one do what COMMANDS says; while somebody writes, only the latter. */
export function useKeyboard() {
  const { keyboardShortcuts } = useSettings()

  useEffect(() => {
    const read = createKeyReader()
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Control' || event.key === 'Meta') {
        // What is typed after Cmd+K should find the palette open.
        overlayLibrary.load().catch(() => {})
      }
      if (event.defaultPrevented || document.querySelector(OVER_THE_PAGE)) {
        return
      }
      const keys = read(event)
      if (!keys) {
        leaveField(event)
        return
      }
      const isSingle = !keys.startsWith('mod+')
      if (isSingle && (!keyboardShortcuts || isIn(event.target, FIELDS))) {
        return
      }
      const command = COMMANDS.find((each) => each.keys === keys)
      // A key that does something must not be typed into the field that it leads to.
      if (command && perform(command.id)) {
        event.preventDefault()
      }
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [keyboardShortcuts])
}
