import { badUserInput } from 'src/lib/errors'

const LARGEST = 100

/** How many rows a page has: what was asked for, from 1 to 100. */
export function pageSize(asked: number | null | undefined, otherwise: number) {
  const size = asked ?? otherwise
  if (size < 1) {
    throw badUserInput('A page has at least one row.')
  }
  return Math.min(size, LARGEST)
}
