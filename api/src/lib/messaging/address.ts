import { parsePhoneNumberFromString } from 'libphonenumber-js'

/**
 * North America's area codes begin with 2 to 9, by its plan's structure. Which of them are in use changes every year, so
 * that `isValid`, which knows those of its own release, would refuse new ones.
 *
 * @see https://en.wikipedia.org/wiki/North_American_Numbering_Plan
 */
const NO_AREA_CODE = /^\+1[01]/

/**
 * A phone number as a person writes it, in E.164; null where there can be no such number (no country code, too short,
 * too long). Whether it is in service only its network knows.
 */
export function normalizePhoneNumber(written: string): string | null {
  // Not the number that is somewhere in a text, and not the one without its extension: that would be another phone.
  const number = parsePhoneNumberFromString(written.trim(), { extract: false })
  return number?.isPossible() &&
    !NO_AREA_CODE.test(number.number) &&
    !number.ext
    ? number.number
    : null
}

/** An address as people read it: a phone number in groups, anything else as it is. */
export const nameNumber = (address: string | null) =>
  address &&
  (parsePhoneNumberFromString(address)?.formatInternational() ?? address)

/** Who shares no phone number at WhatsApp is known by a country and an id (`US.1234567890`). */
const BUSINESS_SCOPED_USER_ID = /^[A-Z]{2}\.[A-Za-z0-9]{1,128}$/

/** Whom one can write to over WhatsApp: a phone number, or the id of who hides it. Null where it is neither. */
export const normalizeWhatsappUser = (written: string): string | null =>
  BUSINESS_SCOPED_USER_ID.test(written)
    ? written
    : normalizePhoneNumber(written)

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
