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

/** Who has been logged in from there is not locked out by whoever tries elsewhere. */
const isKnownThere = async (email: string, address: string) => {
  const rows = await sql.$queryRaw<unknown[]>`
    SELECT 1 FROM "Session" s JOIN "User" u ON u.id = s."userId"
    WHERE u.email = ${email} AND s.address = ${address} LIMIT 1`
  return rows.length > 0
}

export interface LoginAttempt {
  /** Seconds until the next one may be made; 0 where this one may. */
  wait: number
  /** It was the right password: it counts no longer. */
  succeed: () => Promise<void>
}

/**
 * An attempt to log in, counted before the password is looked at, so that a thousand at once are a thousand. Only
 * failures count in the end; nobody who tries a password keeps others from their own account.
 */
export async function attemptLogin(
  email: string,
  address: string
): Promise<LoginAttempt> {
  const network = networkOf(address)
  const isKnown = await isKnownThere(email, network)
  const account = digest(email)
  const both = digest(`${email}\n${network}`)
  const limits: [RateLimiterPostgres, string][] = [
    [forBoth, both],
    [forAddress, network],
    ...(isKnown
      ? []
      : ([[forAccount, account]] as [RateLimiterPostgres, string][])),
  ]
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
  return {
    wait: Math.max(...waits),
    succeed: async () => {
      await Promise.all([
        forBoth.delete(both),
        ...limits.slice(1).map(([limit, key]) => limit.reward(key)),
      ])
    },
  }
}
