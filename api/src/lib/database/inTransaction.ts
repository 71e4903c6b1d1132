import type { PoolClient } from 'pg'

import { pool } from './pool'
import { sqlOver, type Transaction } from './sql'

/** Deadlock and serialization failure: PostgreSQL rolled back, and the same may succeed now. */
const TRANSIENT = new Set(['40P01', '40001'])

const TRIES = 5

const isTransient = (error: unknown) =>
  TRANSIENT.has(String((error as { code?: unknown }).code))

/** @returns whether the connection is still good for others */
const rollBack = async (client: PoolClient) => {
  try {
    await client.query('ROLLBACK')
    return true
  } catch {
    return false
  }
}

const attempt = async <Result>(work: (tx: Transaction) => Promise<Result>) => {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    const result = await work(sqlOver(client))
    await client.query('COMMIT')
    client.release()
    return result
  } catch (error) {
    const isGood = await rollBack(client)
    client.release(!isGood)
    throw error
  }
}

/**
 * Does something in one transaction, and again from the start where PostgreSQL had to choose a victim. What it does
 * outside of the database it does more than once, so let there be nothing.
 */
export async function inTransaction<Result>(
  work: (tx: Transaction) => Promise<Result>
): Promise<Result> {
  for (let n = 1; ; n += 1) {
    try {
      return await attempt(work)
    } catch (error) {
      if (n >= TRIES || !isTransient(error)) {
        throw error
      }
    }
  }
}
