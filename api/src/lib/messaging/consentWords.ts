/**
 * The words that Twilio's default opt-out handling obeys: the whole message must be the word, in any case.
 *
 * @see https://help.twilio.com/articles/223134027 (REVOKE and OPTOUT since April 2025)
 */
const OUT = new Set([
  'STOP',
  'STOPALL',
  'UNSUBSCRIBE',
  'CANCEL',
  'END',
  'QUIT',
  'REVOKE',
  'OPTOUT',
])
const IN = new Set(['START', 'UNSTOP', 'YES'])
const HELP = new Set(['HELP', 'INFO'])

/** Twilio's code for a message to somebody who has opted out. */
export const OPTED_OUT_CODE = 21610

/** The word of these that a message is; null where it is none. */
export function consentWord(body: string): string | null {
  const word = body.trim().toUpperCase()
  return OUT.has(word) || IN.has(word) || HELP.has(word) ? word : null
}

/** How people write a word of these: full width, with invisible characters, between quotes, in two words. */
const lettersOf = (body: string) =>
  body
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/**
 * Whether somebody seems to want to be left alone: more than Twilio obeys, so it opts nobody out. But a machine must not
 * thank for "Stop!!" either.
 */
export const soundsLikeStop = (body: string): boolean =>
  OUT.has(lettersOf(body))

/** What a message says about being written to: true is yes, false is no, null is nothing. */
export function consentOf(body: string): boolean | null {
  const word = consentWord(body)
  return word === null || HELP.has(word) ? null : IN.has(word)
}
