import type { LabelColor } from '@prisma/client'

import { isStorable } from 'src/lib/database/isStorable'
import { badUserInput } from 'src/lib/errors'

const LONGEST_NAME = 50

export interface LabelInput {
  name: string
  color: LabelColor
}

/**
 * A label as somebody wrote it, fit to be kept. Names that look the same are the same: without regard to case, to spaces,
 * and to how a character is composed.
 *
 * @throws BAD_USER_INPUT
 */
export function readLabel({ name: written, color }: LabelInput) {
  const name = written.normalize('NFC').trim().replace(/\s+/g, ' ')
  if (name === '') {
    throw badUserInput('A label needs a name.')
  }
  if (name.length > LONGEST_NAME) {
    throw badUserInput(`A label’s name has ${LONGEST_NAME} characters at most.`)
  }
  if (!isStorable(name)) {
    throw badUserInput('The name has characters that can’t be kept.')
  }
  return { name, key: name.normalize('NFKC').toLowerCase(), color }
}
