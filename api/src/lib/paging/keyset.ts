import { parseCursor, type Place, toCursor } from './cursor'

/** Prisma's condition for the rows behind a cursor, in a list that is ordered by a time and then by id, newest first. */
export function behind<Field extends string>(
  field: Field,
  cursor: string | null | undefined
) {
  if (!cursor) {
    return {}
  }
  const { at, id } = parseCursor(cursor)
  return {
    // Said apart, as no index begins at an OR.
    [field]: { lte: at },
    OR: [{ [field]: { lt: at } }, { id: { lt: id } }],
  }
}

/** The same for the rows before it, which are read oldest first. */
export function ahead<Field extends string>(
  field: Field,
  cursor: string | null | undefined
) {
  if (!cursor) {
    return {}
  }
  const { at, id } = parseCursor(cursor)
  return {
    [field]: { gte: at },
    OR: [{ [field]: { gt: at } }, { id: { gt: id } }],
  }
}

/**
 * A page of rows that were read from one end.
 *
 * @param rows one more than the page has, where there are more behind it
 */
export function toPage<Row>(
  rows: Row[],
  size: number,
  place: (row: Row) => Place
) {
  const edges = rows
    .slice(0, size)
    .map((node) => ({ cursor: toCursor(place(node)), node }))
  return { edges, hasMore: rows.length > size }
}

/** What Relay wants to know of a page's edges. */
export const pageInfo = (
  edges: { cursor: string }[],
  more: { hasNextPage: boolean; hasPreviousPage: boolean }
) => ({
  ...more,
  startCursor: edges.at(0)?.cursor,
  endCursor: edges.at(-1)?.cursor,
})
