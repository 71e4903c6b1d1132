import type { PoolClient } from 'pg'

import { pool } from './pool'
import { retryTransient } from './retryTransient'
import { sqlOver, type Transaction } from './sql'

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
export const inTransaction = <Result>(
  work: (tx: Transaction) => Promise<Result>
): Promise<Result> => retryTransient(() => attempt(work))
