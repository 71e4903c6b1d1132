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
  return { OR: [{ [field]: { lt: at } }, { [field]: at, id: { lt: id } }] }
}

/**
 * A page of rows that were read newest first.
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
