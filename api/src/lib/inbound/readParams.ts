import type { Form } from 'src/lib/twilio/parseForm'

/** A form for reading: where a name came twice, its first value. What is kept is the form itself. */
export function firstValues(form: Form) {
  const values: Record<string, string | undefined> = Object.create(null)
  for (const name in form) {
    const value = form[name]
    values[name] = typeof value === 'string' ? value : value[0]
  }
  return values
}

const LARGEST_INTEGER = 2 ** 31 - 1

/** A whole number above 0 that a column can hold; null for all else that may come. */
export const toInteger = (value: string | undefined) => {
  const number = Number(value)
  return value &&
    Number.isInteger(number) &&
    number > 0 &&
    number <= LARGEST_INTEGER
    ? number
    : null
}

/** Twilio's SIDs have 34 characters, and its addresses hardly more; an index can't hold what is far longer. */
const LONGEST_IDENTIFIER = 255

/** A SID or an address; null where it is missing, or too long to be one. */
export const toIdentifier = (value: string | undefined) =>
  value && value.length <= LONGEST_IDENTIFIER ? value : null

// eslint-disable-next-line no-control-regex
const NUL = /\0/g

/**
 * The form without what PostgreSQL's text and jsonb can't hold; all else is kept to the letter. A plain loop: the
 * build replaces Object.entries, replaceAll and their like by a library's, and this runs for every webhook.
 */
export function withoutNul(form: Form) {
  const clean: Form = Object.create(null)
  for (const name in form) {
    const value = form[name]
    clean[name.replace(NUL, '')] =
      typeof value === 'string'
        ? value.replace(NUL, '')
        : value.map((each) => each.replace(NUL, ''))
  }
  return clean
}
