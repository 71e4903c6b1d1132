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

/** The parameters without what PostgreSQL's text and jsonb can't hold; all else is kept to the letter. */
export const withoutNul = (params: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(params).map((entry) =>
      entry.map((part) => part.replaceAll('\0', ''))
    )
  ) as Record<string, string>
