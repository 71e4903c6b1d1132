/** Marks that turn the reading direction, up to the end of the line where nothing turns it back. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g

/**
 * A name that turns nothing around it: it stands in sentences, titles and notifications, where no element holds it
 * apart. Letters that are read from right to left need no such marks.
 */
export const plainName = (name: string | null | undefined) =>
  (name ?? '').replace(TURNS, '').trim()
