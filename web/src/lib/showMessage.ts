/** The id of a message's element in the page. */
export const messageAnchor = (id: string) => `message-${id}`

/** Marks a message that is on the screen, for eye and focus; false where it is not there, or still hidden. */
export function markMessage(id: string): boolean {
  const element = document.getElementById(messageAnchor(id))
  element?.focus({ preventScroll: true })
  if (!element || document.activeElement !== element) {
    return false
  }
  element.animate?.(
    [
      { boxShadow: '0 0 0 3px var(--sun)', borderRadius: '1rem' },
      { boxShadow: '0 0 0 3px transparent', borderRadius: '1rem' },
    ],
    { duration: 1_500, easing: 'ease-in' }
  )
  return true
}

const threads = new Set<(id: string) => void>()

/** Brings a message of the open thread into view, wherever in it that is; false where none is open. */
export function showMessage(id: string): boolean {
  threads.forEach((goTo) => goTo(id))
  return threads.size > 0
}

/** The open thread hears what is to be shown; returns how to stop that. */
export function onShowMessage(goTo: (id: string) => void) {
  threads.add(goTo)
  return () => {
    threads.delete(goTo)
  }
}
