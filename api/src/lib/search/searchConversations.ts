import type { Prisma } from '@prisma/client'

import { sqlOver, type Transaction } from 'src/lib/database/sql'
import type { Place } from 'src/lib/paging/cursor'

import { estimateMatches } from './estimateMatches'
import { explainTimeout } from './explainTimeout'
import { type FoundRow, lookUp } from './lookUp'
import { meet } from './meet'
import { parseSearch } from './parseSearch'
import { type PreparedSearch, prepareSearch } from './prepareSearch'
import { searchPool } from './searchPool'
import { walk } from './walk'

export interface Wanted {
  /** Which conversations, as conditions on `c`. */
  within: Prisma.Sql
  /** Where the page begins; null for the first one. */
  after: Place | null
  /** As many as are wanted. */
  size: number
}

/** Of up to so many messages, all conversations are quickly read. */
const FEW = 500

/** And so many messages themselves are quickly looked up. */
const SOME = 6_000

/** Among so many conversations, a page of what some messages have is mostly found. */
const MEETING = 2_000

const FIRST_STEP = 100

/** Each step costs as much as fifty conversations before it begins. */
const SHORTEST_STEP = 50

const LONGEST_STEP = 1_000

/** A conversation that is walked through costs as much as so many messages that are looked up: measured. */
const MESSAGES_OF_A_CONVERSATION = 15

/** How many conversations it takes until as many as are missing are found, if they go on as they were. */
const stillToWalk = (missing: number, found: number, walked: number) =>
  Math.ceil((missing * walked) / Math.max(found, 0.5))

/**
 * Finds what somebody looks for, in the way that is the shortest one: what few wrote is in few places of the index, what
 * some wrote is looked up there and met among the newest conversations, and what nearly everyone wrote is soon met by
 * walking through these. Words that are frequent, but not in these conversations, are looked up all the same.
 *
 * @param matches in how many messages the words are, more or less
 */
export async function find(
  tx: Transaction,
  search: PreparedSearch,
  { within, after, size, matches }: Wanted & { matches: number }
): Promise<FoundRow[]> {
  if (matches <= FEW) {
    return lookUp(tx, search, within, after, size)
  }
  /** What is missing behind a place, where it is there at all. */
  const lookAmong = async (from: Place | null, found: FoundRow[]) => {
    const missing = size - found.length
    const met = await meet(tx, search, within, from, missing, MEETING)
    return met.length < missing
      ? lookUp(tx, search, within, after, size)
      : [...found, ...met]
  }
  if (matches <= SOME) {
    return lookAmong(after, [])
  }
  const found: FoundRow[] = []
  let from = after
  let step = FIRST_STEP
  let walked = 0
  for (;;) {
    const { rows, passed, end } = await walk(tx, search, within, from, step)
    found.push(...rows)
    walked += passed
    if (found.length >= size || passed < step) {
      return found.slice(0, size)
    }
    from = end
    const left = stillToWalk(size - found.length, found.length, walked)
    if (left * MESSAGES_OF_A_CONVERSATION > matches) {
      return left > MEETING
        ? lookUp(tx, search, within, after, size)
        : lookAmong(from, found)
    }
    step = Math.min(Math.max(left, SHORTEST_STEP), LONGEST_STEP)
  }
}

/**
 * Conversations in which a text is found (in a message, in the contact's name or number), newest activity first. How long
 * that takes depends neither on the size of the table nor on how frequent the words are.
 *
 * @throws BAD_USER_INPUT where it takes too long all the same
 */
export const searchConversations = (
  typed: string,
  wanted: Wanted
): Promise<FoundRow[]> =>
  explainTimeout(async () => {
    const tx = sqlOver(searchPool)
    const search = await prepareSearch(tx, parseSearch(typed))
    return search
      ? find(tx, search, {
          ...wanted,
          matches: await estimateMatches(tx, search),
        })
      : []
  })
