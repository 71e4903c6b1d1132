import { isStalePlan } from './isStalePlan'

/** Deadlock and serialization failure: PostgreSQL rolled back, and the same may succeed now. */
const TRANSIENT = new Set(['40P01', '40001'])

const TRIES = 5

const isTransient = (error: unknown) =>
  TRANSIENT.has(String((error as { code?: unknown }).code)) ||
  isStalePlan(error)

/**
 * Does something that is one transaction, and again from the start where PostgreSQL had to choose a victim, or
 * a statement was prepared before a migration.
 */
export async function retryTransient<Result>(
  work: () => Promise<Result>
): Promise<Result> {
  for (let n = 1; ; n += 1) {
    try {
      return await work()
    } catch (error) {
      if (n >= TRIES || !isTransient(error)) {
        throw error
      }
    }
  }
}
