import type { Fleet } from './fleet'

const EVERY_MS = 100

/** DATABASE_POOL_SIZE, and the one that a process lives by; an API searches by four more. */
export const boundOf = (name: string) => (name.startsWith('API') ? 25 : 21)

/** One that publishes and one that hears, of each process; an API counts requests by another. */
export const REDIS_BOUND = 2 * 3 + 2 * 2

const COUNT = `
  SELECT application_name AS name, count(*)::int AS n FROM pg_stat_activity
  WHERE datname = current_database() AND application_name <> 'test' GROUP BY 1`

/** Looks all the time how many connections there are; `stop` gives the most of each process, and of all to Redis. */
export function watchConnections({ database, redis }: Fleet) {
  const most = new Map<string, number>()
  let mostOfRedis = 0
  let over = false

  const look = async () => {
    const { rows } = await database.query<{ name: string; n: number }>(COUNT)
    for (const { name, n } of rows) {
      most.set(name, Math.max(n, most.get(name) ?? 0))
    }
    mostOfRedis = Math.max(mostOfRedis, await redis.connections())
  }
  // Redis may be silent for a while: then it was not counted.
  const watching = (async () => {
    while (!over) {
      await look().catch(() => {})
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS))
    }
  })()

  return {
    stop: async () => {
      over = true
      await watching
      return { most, redis: mostOfRedis }
    },
  }
}
