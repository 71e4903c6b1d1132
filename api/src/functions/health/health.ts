import { pool } from 'src/lib/database/pool'

const check = async (probe: () => Promise<unknown>) => {
  try {
    await probe()
    return 'ok'
  } catch {
    return 'away'
  }
}

/** For load balancers: 200 while everything that a request needs answers, else 503; the body says what does not. */
export const handler = async () => {
  const dependencies = { database: await check(() => pool.query('SELECT 1')) }
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
