import { useLayoutEffect, useRef } from 'react'

/**
 * Hears an element's keys before React's handlers do: what is meant for a list beside a text area is taken there
 * (`preventDefault`), and the text area leaves it alone.
 */
export function useKeysOf(
  element: HTMLElement,
  onKeyDown: (event: KeyboardEvent) => void
) {
  const latest = useRef(onKeyDown)
  useLayoutEffect(() => {
    latest.current = onKeyDown
  })
  useLayoutEffect(() => {
    const listener = (event: KeyboardEvent) => {
      // The keys of a composition are its own. Safari sends the last of them after its end, with the code 229.
      if (!event.isComposing && event.keyCode !== 229) {
        latest.current(event)
      }
    }
    element.addEventListener('keydown', listener)
    return () => element.removeEventListener('keydown', listener)
  }, [element])
}
