/** What does a command on this page; null where it can't be done now. */
export function commandElement(id: string): HTMLElement | null {
  const elements = document.querySelectorAll<HTMLElement>(
    `[data-command="${id}"]`
  )
  return (
    [...elements].find(
      (element) =>
        !element.matches(':disabled, [aria-disabled="true"]') &&
        // Of two that the width chooses between, the one that is shown.
        (element.checkVisibility?.() ?? true)
    ) ?? null
  )
}
