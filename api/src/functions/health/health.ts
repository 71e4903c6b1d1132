import { setTimeout as pause } from 'node:timers/promises'

import { pool } from 'src/lib/database/pool'

/** A load balancer waits for two seconds or more. */
const LONGEST_MS = 1_500

const check = async (probe: () => Promise<unknown>) => {
  const answer = probe().then(
    () => 'ok' as const,
    () => 'away' as const
  )
  const silence = pause(LONGEST_MS, 'away' as const, { ref: false })
  return Promise.race([answer, silence])
}

/** With a limit of its own, which gives up a connection that nobody answers: else each check would keep one. */
const askDatabase = () => {
  const limited = { text: 'SELECT 1', query_timeout: LONGEST_MS }
  return pool.query(limited)
}

/** For load balancers: 200 while everything that a request needs answers, else 503; the body says what does not. */
export const handler = async () => {
  const dependencies = { database: await check(askDatabase) }
  const healthy = Object.values(dependencies).every((state) => state === 'ok')
  return {
    statusCode: healthy ? 200 : 503,
    headers: {
      'Content-Type': 'application/json',
      'Cache-Control': 'no-store',
    },
    body: JSON.stringify({ status: healthy ? 'ok' : 'away', dependencies }),
  }
}
