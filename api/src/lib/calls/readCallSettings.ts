import type { CallAnswer } from '@prisma/client'

import { badUserInput } from 'src/lib/errors'
import { normalizePhoneNumber } from 'src/lib/messaging/address'
import { isSpoken } from 'src/lib/twilio/voiceTwiml'

export interface CallSettingsInput {
  /** Null or empty: all that have none of their own. */
  address?: string | null
  answer: CallAnswer
  text: string
  language: string
  maxSeconds: number
}

/** The longest text that <Say> takes: https://www.twilio.com/docs/voice/twiml/say */
const LONGEST_TEXT = 4_096

/** Twilio records four hours at most, and nobody listens to one. */
const LONGEST_VOICEMAIL_SECONDS = 3_600

/** What XML can't hold, besides halves of characters: https://www.w3.org/TR/xml/#charsets */
const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u

/** Where else Twilio takes calls: https://www.twilio.com/docs/voice/sip */
const SIP = /^sip:\S{1,250}$/

const readAddress = (written: string) => {
  const address = SIP.test(written) ? written : normalizePhoneNumber(written)
  if (!address) {
    throw badUserInput(
      'This is not a phone number. Write it with its country code, as +1 500 555 0006.'
    )
  }
  return address
}

const readText = (text: string) => {
  if (text.trim() === '') {
    throw badUserInput('The text is empty.')
  }
  if (text.length > LONGEST_TEXT) {
    throw badUserInput(
      `The text has ${text.length} characters; ${LONGEST_TEXT} can be said.`
    )
  }
  if (NOT_XML.test(text)) {
    throw badUserInput('The text has characters that nobody can say.')
  }
  return text
}

/**
 * What somebody wrote about how calls are answered, fit to be kept.
 *
 * @throws BAD_USER_INPUT
 */
export function readCallSettings({
  address,
  answer,
  text,
  language,
  maxSeconds,
}: CallSettingsInput) {
  if (!isSpoken(language)) {
    throw badUserInput('Twilio does not speak this language.')
  }
  if (!(maxSeconds >= 1 && maxSeconds <= LONGEST_VOICEMAIL_SECONDS)) {
    throw badUserInput(
      `A voicemail has 1 to ${LONGEST_VOICEMAIL_SECONDS} seconds.`
    )
  }
  return {
    address: address?.trim() ? readAddress(address.trim()) : null,
    answer,
    text: readText(text),
    language,
    maxSeconds,
  }
}
