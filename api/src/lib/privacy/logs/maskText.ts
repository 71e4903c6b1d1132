import { maskNumber } from './maskNumber'

const REMOVED = '[removed]'

/** Also with signs between its digits, as people write it, and as it stands in a form or a URL. */
const WRITTEN_NUMBER = /(?:\+|%2B)[1-9][\d() .-]{5,20}\d/gi

/** Without its plus, as WhatsApp has it (`WaId`) and as people type it. No number of JSON begins after these signs. */
const BARE_NUMBER = /([ ('"=/])([1-9]\d{9,14})(?![\w.:-])/g

const NAMES =
  'body|text|notes?|word|password|newPassword|hashedPassword|salt|secret|previousSecret|token|resetToken|email|username|profileName|cookie|set-cookie|authorization|proxy-authorization|x-twilio-signature'

/** Values of fields that are nobody's business, at any depth of an object. */
const FIELD = new RegExp(`"(${NAMES})":"(?:[^"\\\\]|\\\\.)*"`, 'gi')

/** The same in JSON that is a text of the line itself, where each quotation mark has its backslash. */
const QUOTED_FIELD = new RegExp(
  String.raw`\\"(${NAMES})\\":\s?\\"(?:[^"\\]|\\\\(?:\\["\\]|[^"\\])|\\[^"\\])*\\"`,
  'gi'
)

/** Their like in forms, links and cookies. */
const PARAMETER =
  /\b(body|profilename|password|secret|signature|token|resettoken|session(?:_\w+)?|auth)=[^&\s"\\;,]+/gi

const CREDENTIALS = /\b(bearer|basic)\s+[\w+/=.~-]{6,}/gi

/** Our API keys, and what signs outgoing webhooks. */
const KEY = /\b(hg|whsec)_[\w+/=-]{8,}/g

const PASSWORD_IN_URL = /(:\/\/[^\s:@/"]*):[^\s@/"]+@/g

/** graphql-js repeats in its errors what a client sent, once or twice, to the end of what it says. */
const REPEATED_VALUE =
  /(got invalid value|cannot represent[^:"\\]*:|, found) (?:[^"\\]|\\.)*/g

/**
 * A line of a log, or a text, without what must not be in it: phone numbers but for their country and end, what people
 * wrote, and secrets, wherever they stand. Signs that JSON needs stay where they are.
 */
export function maskText(text: string): string {
  let masked = text
  if (text.includes('+') || /%2b/i.test(text)) {
    masked = masked.replace(WRITTEN_NUMBER, (number) =>
      maskNumber(number.replace(/^%2B/i, '').replace(/\D/g, ''))
    )
  }
  if (text.includes('=')) {
    masked = masked.replace(PARAMETER, `$1=${REMOVED}`)
  }
  if (text.includes('_')) {
    masked = masked.replace(KEY, `$1_${REMOVED}`)
  }
  if (text.includes('@')) {
    masked = masked.replace(PASSWORD_IN_URL, `$1:${REMOVED}@`)
  }
  return masked
    .replace(
      BARE_NUMBER,
      (_all, before: string, digits: string) => before + maskNumber(digits)
    )
    .replace(CREDENTIALS, `$1 ${REMOVED}`)
    .replace(REPEATED_VALUE, `$1 ${REMOVED}`)
    .replace(FIELD, `"$1":"${REMOVED}"`)
    .replace(QUOTED_FIELD, String.raw`\"$1\":\"${REMOVED}\"`)
}
