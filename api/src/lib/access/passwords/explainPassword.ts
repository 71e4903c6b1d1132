import { zxcvbn, zxcvbnOptions } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'

import { isStorable } from 'src/lib/database/isStorable'

import { LONGEST_PASSWORD } from './hashing'

const SHORTEST = 10

/** Of zxcvbn's scores from 0 to 4, what a list of common passwords finds soon: fewer than a million guesses. */
const TOO_COMMON = 1

/** What is longer is judged by its beginning: the time that it takes grows with the square. */
const JUDGED = 64

zxcvbnOptions.setOptions({ dictionary, graphs: adjacencyGraphs })

/**
 * Why this can't be somebody's password; null where it can. Length, and that nobody guesses it: no rules of digits and
 * signs, by NIST SP 800-63B, 3.1.1.2.
 *
 * @param about words that this person's password is guessed by first, such as the e-mail address
 */
export function explainPassword(
  password: string,
  about: readonly (string | null | undefined)[]
): string | null {
  if (password.length < SHORTEST) {
    return `A password has at least ${SHORTEST} characters.`
  }
  if (password.length > LONGEST_PASSWORD || !isStorable(password)) {
    return `A password has ${LONGEST_PASSWORD} characters at most.`
  }
  const words = about.flatMap((word) =>
    word ? [word, ...word.split(/[@.\s]+/)] : []
  )
  const { score } = zxcvbn(password.slice(0, JUDGED), [...words, 'heliograph'])
  return score > TOO_COMMON
    ? null
    : 'This password is easily guessed. Several words that have nothing to do with each other are a good one.'
}
