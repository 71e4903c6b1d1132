import { db, type Transaction } from 'src/lib/db'

/** Deadlock and serialization failure: PostgreSQL rolled back, and the same may succeed now. */
const TRANSIENT = new Set(['40P01', '40001'])

const TRIES = 5

const isTransient = (error: unknown) => {
  const { code, meta } = error as { code?: string; meta?: { code?: string } }
  return code === 'P2034' || TRANSIENT.has(String(meta?.code))
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
      return await db.$transaction(work, { maxWait: 10_000, timeout: 15_000 })
    } catch (error) {
      if (n >= TRIES || !isTransient(error)) {
        throw error
      }
    }
  }
}
