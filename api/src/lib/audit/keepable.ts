const UNSTORABLE = /\0|\p{Surrogate}/gu

const LONGEST = 200

/** A text as an entry keeps it: storable, and short whatever was sent. */
export const keepable = (text: string) =>
  (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text).replace(
    UNSTORABLE,
    '\uFFFD'
  )
