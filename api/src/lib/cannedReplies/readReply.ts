import { isStorable } from 'src/lib/database/isStorable'
import { badUserInput } from 'src/lib/errors'
import { LONGEST_BODY } from 'src/lib/messaging/outboundDraft'

const LONGEST_SHORTCUT = 40

export interface ReplyInput {
  shortcut: string
  text: string
}

const readShortcut = (written: string) => {
  const shortcut = written.trim().replace(/^\//, '').toLowerCase()
  if (shortcut === '') {
    throw badUserInput('A canned reply needs a shortcut.')
  }
  if (!/^[a-z0-9-]+$/.test(shortcut)) {
    throw badUserInput(
      'A shortcut is made of the letters a to z, digits and hyphens.'
    )
  }
  if (shortcut.length > LONGEST_SHORTCUT) {
    throw badUserInput(`A shortcut has ${LONGEST_SHORTCUT} characters at most.`)
  }
  return shortcut
}

const readText = (text: string) => {
  if (text.trim() === '') {
    throw badUserInput('The text is empty.')
  }
  if (text.length > LONGEST_BODY) {
    throw badUserInput(
      `The text has ${text.length} characters; a message can have ${LONGEST_BODY}.`
    )
  }
  if (!isStorable(text)) {
    throw badUserInput('The text has characters that no message can have.')
  }
  return text
}

/**
 * What somebody wrote as a canned reply, fit to be kept.
 *
 * @throws BAD_USER_INPUT
 */
export const readReply = ({ shortcut, text }: ReplyInput) => ({
  shortcut: readShortcut(shortcut),
  text: readText(text),
})
