/** So long the first key of two is remembered. */
const PAUSE_MS = 1500

const FIRST_KEY = 'g'

type KeyPress = Pick<
  KeyboardEvent,
  | 'key'
  | 'ctrlKey'
  | 'metaKey'
  | 'altKey'
  | 'repeat'
  | 'isComposing'
  | 'keyCode'
  | 'timeStamp'
>

/**
 * Reads what is pressed as a command's keys (`e`, `g o`, `mod+k`); null where it can't be one.
 *
 * Shift is not asked for: where `?` and `/` are, each layout decides for itself. A key that is held down is one wish,
 * and none while an input method composes (the code 229 is Safari's last key of it).
 */
export function createKeyReader() {
  let firstAt = -Infinity

  return (event: KeyPress): string | null => {
    const { key, timeStamp } = event
    if (event.repeat || event.isComposing || event.keyCode === 229) {
      return null
    }
    // Only characters; a modifier on its way to one leaves the first key as it is.
    if (key.length !== 1 || event.altKey) {
      return null
    }
    const pressed = key.toLowerCase()
    if (event.ctrlKey || event.metaKey) {
      return `mod+${pressed}`
    }
    const isSecond = timeStamp - firstAt < PAUSE_MS
    firstAt = !isSecond && pressed === FIRST_KEY ? timeStamp : -Infinity
    return isSecond ? `${FIRST_KEY} ${pressed}` : pressed
  }
}
