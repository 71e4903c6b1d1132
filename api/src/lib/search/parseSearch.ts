/** What somebody typed into the search box. */
export interface Search {
  text: string
  /** Words, and phrases that stood in quotation marks. */
  parts: string[]
  /** The last part may go on. */
  isTyping: boolean
  /** Where all of it looks like a phone number, or a part of one. */
  digits: string | null
}

/** Nobody looks for more; and each part is looked for. */
const LONGEST = 200
const MOST_PARTS = 12

/** Fewer are in nearly every number. Trigrams have three, too. */
const FEWEST_DIGITS = 3

const PHRASE_OR_WORD = /["“”„«»]([^"“”„«»]*)(["“”„«»]?)|[^\s"“”„«»]+/g
const PHONE_NUMBER = /^[\d\s()+./-]+$/

/** A number within a country begins with zeros that its E.164 form has not: 0171 is +49171. */
const readDigits = (text: string) => {
  const digits = text.replace(/\D/g, '').replace(/^0+/, '')
  return PHONE_NUMBER.test(text) && digits.length >= FEWEST_DIGITS
    ? digits
    : null
}

/** Of any text at all; a text of which nothing can be found has no parts that are words. */
export function parseSearch(typed: string): Search {
  const text = typed.slice(0, LONGEST)
  const found = [...text.matchAll(PHRASE_OR_WORD)].slice(0, MOST_PARTS)
  const last = found.at(-1)
  return {
    text,
    parts: found.map(([whole, phrase]) => phrase ?? whole),
    isTyping: !!last && !last[2] && !/\s$/.test(text),
    digits: readDigits(text),
  }
}
