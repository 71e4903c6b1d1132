import { useRef } from 'react'

/**
 * Gives the focus back to what had it when a dialog opened, as its `onCloseAutoFocus`: Radix does so for dialogs that
 * have a trigger, and one that a key opens has none.
 */
export function useReturnFocus() {
  const before = useRef(document.activeElement)
  return (event: Event) => {
    event.preventDefault()
    const { current } = before
    const target =
      current?.isConnected && current !== document.body
        ? current
        : document.getElementById('content')
    if (target instanceof HTMLElement) {
      target.focus()
    }
  }
}
