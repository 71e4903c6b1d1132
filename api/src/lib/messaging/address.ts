import { parsePhoneNumberFromString } from 'libphonenumber-js'

/**
 * A phone number as a person writes it, in E.164; null where there can be no such number (no country code, too short,
 * too long). Whether it is in service only its network knows.
 */
export function normalizePhoneNumber(written: string): string | null {
  // Not the number that is somewhere in a text, and not the one without its extension: that would be another phone.
  const number = parsePhoneNumberFromString(written.trim(), { extract: false })
  return number?.isPossible() && !number.ext ? number.number : null
}

const SHORT_CODE = /^\d{3,8}$/
/** At most 11 characters with a letter among them: https://www.twilio.com/docs/api/errors/21212 */
const ALPHANUMERIC_SENDER = /^(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11}$/
const MESSAGING_SERVICE = /^MG[0-9a-fA-F]{32}$/

export const isMessagingService = (address: string) =>
  MESSAGING_SERVICE.test(address)

/** An address that can be written from: a number, a short code, a name, or a Messaging Service's SID. */
export function normalizeSender(written: string): string | null {
  const address = written.trim()
  const asItIs = [SHORT_CODE, MESSAGING_SERVICE, ALPHANUMERIC_SENDER]
  return asItIs.some((pattern) => pattern.test(address))
    ? address
    : normalizePhoneNumber(address)
}
