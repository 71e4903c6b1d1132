import { createHash } from 'node:crypto'

import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'

import { pool } from 'src/lib/database/pool'
import { sql } from 'src/lib/database/sql'

import { networkOf } from './networkOf'

const MINUTE = 60

const limiter = (keyPrefix: string, points: number, duration: number) =>
  new RateLimiterPostgres({
    storeClient: pool,
    tableName: 'RateLimit',
    tableCreated: true,
    keyPrefix,
    points,
    duration,
  })

/** Somebody who has forgotten which password it is. */
const forBoth = limiter('login', 10, 15 * MINUTE)

/** Whoever tries many accounts from one place; an office behind one address is many people. */
const forAddress = limiter('loginAddress', 100, 15 * MINUTE)

/** Whoever tries one account from many places. */
const forAccount = limiter('loginAccount', 50, 60 * MINUTE)

/** Of any length, and not to be read in the database. */
const digest = (text: string) =>
  createHash('sha256').update(text).digest('base64url')

/** Whether this person has been logged in from there lately, and logged out again or not. */
const isKnownThere = async (email: string, network: string) => {
  const rows = await sql.$queryRaw<unknown[]>`
    SELECT 1 FROM "LoginPlace" p JOIN "User" u ON u.id = p."userId"
    WHERE u.email = ${email} AND p.network = ${network}`
  return rows.length > 0
}

type Limit = [RateLimiterPostgres, string]

/** Counts one more, and says for how many seconds no more may be done. */
const consume = async (limits: readonly Limit[]) => {
  const results = await Promise.allSettled(
    limits.map(([limit, key]) => limit.consume(key))
  )
  const waits = results.map((result) => {
    if (result.status === 'fulfilled') {
      return 0
    }
    if (result.reason instanceof RateLimiterRes) {
      return Math.ceil(result.reason.msBeforeNext / 1000)
    }
    throw result.reason
  })
  return Math.max(0, ...waits)
}

export interface LoginAttempt {
  /** Seconds until the next one may be made; 0 where this one may. */
  wait: number
  /** It was the right password: it counts no longer. */
  succeed: () => Promise<void>
}

/**
 * An attempt to log in, counted before the password is looked at, so that a thousand at once are a thousand. Only
 * failures count in the end; nobody who tries a password keeps others from their own account: not those in the same
 * office, nor the owner in a usual place. What is refused for one account from one network counts nowhere else, or it
 * would use up what the others there have.
 */
export async function attemptLogin(
  email: string,
  address: string
): Promise<LoginAttempt> {
  const network = networkOf(address)
  const both = digest(`${email}\n${network}`)
  const wait = await consume([[forBoth, both]])
  const others: Limit[] =
    wait > 0 || (await isKnownThere(email, network))
      ? []
      : [
          [forAddress, network],
          [forAccount, digest(email)],
        ]
  return {
    wait: wait || (await consume(others)),
    succeed: async () => {
      await Promise.all([
        forBoth.delete(both),
        ...others.map(([limit, key]) => limit.reward(key)),
      ])
    },
  }
}

/** An attempt of somebody who is logged in to say their own password; it counts nowhere else. */
export async function attemptOwnPassword(userId: string) {
  const key = digest(`password of ${userId}`)
  return {
    wait: await consume([[forBoth, key]]),
    succeed: () => forBoth.delete(key),
  }
}
