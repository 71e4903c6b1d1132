import { validate as isUuid } from 'uuid'

import { badUserInput } from 'src/lib/errors'

/** A place in a list that is ordered by a time and then by an id. */
export interface Place {
  at: Date
  id: string
}

/** Opaque to clients. Times have milliseconds in the database too, so nothing is lost on the way. */
export const toCursor = ({ at, id }: Place) =>
  Buffer.from(`${at.toISOString()}|${id}`).toString('base64url')

// PostgreSQL knows no year 0, and fewer years than JavaScript.
const TIME = /^[12]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

/** @throws BAD_USER_INPUT for what no list of ours has given out */
export function parseCursor(cursor: string): Place {
  const [time, id = ''] = Buffer.from(cursor, 'base64url').toString().split('|')
  const at = new Date(time)
  if (!TIME.test(time) || Number.isNaN(at.getTime()) || !isUuid(id)) {
    throw badUserInput('This cursor is not one of ours.')
  }
  return { at, id }
}
