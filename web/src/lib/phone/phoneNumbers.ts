import { parsePhoneNumberFromString } from 'libphonenumber-js/min'

export interface ReadNumber {
  e164: string
  formatted: string
  isPossible: boolean
}

/**
 * What was typed, as a number. Without a leading `+` it is read as one of the country of `near`, our sender.
 * Null where there is no number in it at all.
 */
export function readNumber(text: string, near?: string): ReadNumber | null {
  const country = near && parsePhoneNumberFromString(near)?.country
  const number = parsePhoneNumberFromString(text.trim(), country || undefined)
  return number
    ? {
        e164: number.number,
        formatted: number.formatInternational(),
        isPossible: number.isPossible(),
      }
    : null
}
