import { Prisma } from '@prisma/client'

import { query } from 'src/lib/database/query'
import type { Transaction } from 'src/lib/database/sql'

import type { PreparedSearch } from './prepareSearch'

interface Explained {
  'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }]
}

/**
 * In how many messages the words are, as PostgreSQL thinks: it keeps the shares of the thousand most frequent words, and
 * those of all others are small. Counting would cost as much as there are.
 */
export async function estimateMatches(
  tx: Transaction,
  { estimate }: PreparedSearch
) {
  const [explained] = await query<Explained>(
    tx,
    Prisma.sql`EXPLAIN (FORMAT JSON) SELECT FROM "MessageWords" w WHERE w.words @@ ${estimate}::tsquery`
  )
  return explained['QUERY PLAN'][0].Plan['Plan Rows']
}
