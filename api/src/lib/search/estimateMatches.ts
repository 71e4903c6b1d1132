import { Prisma } from '@prisma/client'

import { query } from 'src/lib/database/query'
import type { Transaction } from 'src/lib/database/sql'

import type { PreparedSearch } from './prepareSearch'

interface Explained {
  'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }]
}

/** In how many messages something is, as PostgreSQL thinks. */
const estimate = async (tx: Transaction, sought: string) => {
  const [explained] = await query<Explained>(
    tx,
    Prisma.sql`EXPLAIN (FORMAT JSON) SELECT FROM "MessageWords" w WHERE w.words @@ ${sought}::tsquery`
  )
  return explained['QUERY PLAN'][0].Plan['Plan Rows']
}

/**
 * Of the words that begin like this PostgreSQL counts those that are among the thousand most frequent; at a million
 * messages of 20,000 words, three times as many messages have one of all of them. Measured: `npm run bench -- --only inbox`.
 */
const OTHERS_THAT_BEGIN_SO = 3

/**
 * In how many messages the words are, more or less: PostgreSQL keeps the shares of the thousand most frequent words, and
 * those of all others are small. Counting would cost as much as there are.
 */
export async function estimateMatches(
  tx: Transaction,
  { estimate: all, estimateWhole }: PreparedSearch
) {
  const matches = await estimate(tx, all)
  if (estimateWhole === null) {
    return matches
  }
  const whole = Math.min(await estimate(tx, estimateWhole), matches)
  return whole + OTHERS_THAT_BEGIN_SO * (matches - whole)
}
