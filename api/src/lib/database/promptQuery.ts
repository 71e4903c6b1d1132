import type { QueryResultRow } from 'pg'

import { pool } from './pool'
import { queryNamed } from './queryNamed'

/** Twilio waits 15 s for an answer: a database that says nothing must have become an error before. */
const PATIENCE_MS = 5_000

/**
 * One prepared statement, whose answer is waited for by those that share it, and by those who come after them: so it is
 * given up after five seconds. Then it is unknown whether it was done.
 */
export async function promptQuery<Row extends QueryResultRow>(
  name: string,
  text: string,
  values: unknown[]
): Promise<Row[]> {
  const query = { name, text, values, query_timeout: PATIENCE_MS }
  const { rows } = await queryNamed(pool, query)
  return rows as Row[]
}
