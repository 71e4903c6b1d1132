import type { Transaction } from 'src/lib/database/sql'

import type { Search } from './parseSearch'

/** A search in PostgreSQL's terms. */
export interface PreparedSearch {
  /** A tsquery. */
  query: string
  /** The same for an estimate of how frequent it is: see the migration pairs_of_words. */
  estimate: string
  /** The same with the last word as it stands, where it may go on; else null. */
  estimateWhole: string | null
  /** Patterns for LIKE, all of which a name must fit; at least one. */
  names: string[]
  /** A pattern for LIKE, for addresses. */
  address: string | null
}

/** Nulls where nothing of it is a word. */
type Prepared = {
  [Field in 'query' | 'estimate' | 'estimateWhole']: string | null
}

/** Trigrams find a part of a word from three letters on, and the beginning of one before. */
const ANYWHERE = 3

/** Of a word as `search_text` leaves it: in it, nothing has a meaning for LIKE. */
const patternOf = (word: string) =>
  word.length < ANYWHERE ? `% ${word}%` : `%${word}%`

/** @returns null where there is nothing in it that could be found */
export async function prepareSearch(
  tx: Transaction,
  { parts, isTyping, text, digits }: Search
): Promise<PreparedSearch | null> {
  const [{ query, estimate, estimateWhole, words }] = await tx.$queryRaw<
    [Prepared & { words: string }]
  >`SELECT search_query(${parts}::text[], ${isTyping}, false)::text AS query,
      search_query(${parts}::text[], ${isTyping}, true)::text AS estimate,
      CASE WHEN ${isTyping} THEN search_query(${parts}::text[], false, true)::text END AS "estimateWhole",
      search_text(${text}) AS words`
  const names = words.split(' ').filter(Boolean).map(patternOf)
  const address = digits && `%${digits}%`
  return query && estimate && names.length > 0
    ? { query, estimate, estimateWhole, names, address }
    : null
}
