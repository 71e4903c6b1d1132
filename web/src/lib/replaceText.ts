/**
 * Replaces a part of a text area's text, as if it had been typed: the caret stands behind it, and it can be undone.
 *
 * `execCommand` is deprecated, and nothing else keeps the history: https://caniuse.com/mdn-api_document_execcommand
 */
export function replaceText(
  area: HTMLTextAreaElement,
  start: number,
  end: number,
  text: string
) {
  area.focus()
  area.setSelectionRange(start, end)
  if (!document.execCommand?.('insertText', false, text)) {
    area.setRangeText(text, start, end)
    area.setSelectionRange(start + text.length, start + text.length)
    area.dispatchEvent(new Event('input', { bubbles: true }))
  }
}
