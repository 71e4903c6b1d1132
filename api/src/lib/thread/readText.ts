import { isStorable } from 'src/lib/database/isStorable'
import { badUserInput } from 'src/lib/errors'

const LONGEST_TEXT = 10_000

/**
 * What an operator wrote down for the others, fit to be kept.
 *
 * @throws BAD_USER_INPUT
 */
export function readText(written: string) {
  const text = written.trim()
  if (text.length > LONGEST_TEXT) {
    throw badUserInput(
      `The text has ${text.length} characters; a note can have ${LONGEST_TEXT}.`
    )
  }
  if (!isStorable(text)) {
    throw badUserInput('The text has characters that can’t be kept.')
  }
  return text
}
