import { Redis } from 'ioredis'
import {
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
} from 'rate-limiter-flexible'

import { config } from 'src/lib/config/config'

/** Nor for one that stands still. */
const LONGEST_MS = 500

let redis: Redis | undefined

const connect = (url: string) => {
  // Nobody waits for a Redis that is away: each process counts for itself then.
  redis ??= new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: LONGEST_MS,
  }).on('error', () => {})
  return redis
}

const MINUTE_SECONDS = 60

/**
 * So much may be done in a minute by each: counted over all processes where there is Redis, else by each for itself.
 */
export function createLimit(name: string, perMinute: number) {
  const options = {
    keyPrefix: `limit:${name}`,
    points: perMinute,
    duration: MINUTE_SECONDS,
  }
  const inMemory = new RateLimiterMemory(options)
  const limiter = config.redisUrl
    ? new RateLimiterRedis({
        ...options,
        storeClient: connect(config.redisUrl),
        inMemoryBlockOnConsumed: perMinute,
        insuranceLimiter: inMemory,
      })
    : inMemory

  /** @returns seconds until more may be done; 0 where this may */
  return async (who: string): Promise<number> => {
    try {
      await limiter.consume(who)
      return 0
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) {
        return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))
      }
      throw refusal
    }
  }
}
