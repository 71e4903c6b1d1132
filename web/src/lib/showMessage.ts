/** The id of a message's element in the page. */
export const messageAnchor = (id: string) => `message-${id}`

/** Brings a message of the open thread into view; false where it is not loaded. */
export function showMessage(id: string): boolean {
  const element = document.getElementById(messageAnchor(id))
  element?.scrollIntoView?.({ block: 'center', behavior: 'smooth' })
  element?.focus({ preventScroll: true })
  element?.animate?.(
    [
      { boxShadow: '0 0 0 3px var(--sun)', borderRadius: '1rem' },
      { boxShadow: '0 0 0 3px transparent', borderRadius: '1rem' },
    ],
    { duration: 1_500, easing: 'ease-in' }
  )
  return element !== null
}
