import type { KeyboardEvent } from 'react'

/**
 * What an Enter in the composer asks for: to send, a new line, or nothing at all.
 *
 * @param needsModifier alone it is a new line, as on glass, or where the operator wants it so
 */
export function readEnter(
  event: KeyboardEvent,
  needsModifier: boolean
): 'send' | 'newline' | 'nothing' {
  // The Enter that ends a composition (Chinese, Japanese, Korean) picks a word. Safari sends it after the end
  // of the composition, with the code 229.
  if (event.nativeEvent.isComposing || event.keyCode === 229) {
    return 'newline'
  }
  if (event.shiftKey || event.altKey) {
    return 'newline'
  }
  if (needsModifier && !event.metaKey && !event.ctrlKey) {
    return 'newline'
  }
  // A key that is held down repeats; that is one wish, and it was heard.
  return event.repeat ? 'nothing' : 'send'
}
