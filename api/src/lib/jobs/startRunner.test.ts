import { setTimeout as pause } from 'node:timers/promises'

import { pool } from 'src/lib/database/pool'

import { proveLife } from './liveness'
import { startRunner } from './startRunner'

jest.mock('./liveness')

const LISTENING = `
  SELECT count(*)::int AS count FROM pg_stat_activity
  WHERE datname = current_database() AND query LIKE 'LISTEN "jobs:insert"%'`

const countListening = async () =>
  (await pool.query<{ count: number }>(LISTENING)).rows[0].count

describe('a runner', () => {
  afterEach(() => jest.restoreAllMocks())

  it('hears of jobs, and gives back its connections when it stops', async () => {
    jest.mocked(proveLife).mockReturnValue(async () => {})
    const before = await countListening()
    const stop = await startRunner({ concurrency: 2, taskList: {} })
    try {
      while ((await countListening()) === before) {
        await pause(20)
      }
    } finally {
      await stop()
    }
    expect(pool.totalCount - pool.idleCount).toBe(0)
  })

  it('does its jobs though it could not reach the database when it asked for the first ones', async () => {
    await pool.query(
      `SELECT graphile_worker.add_job('greet', '{"name":"Ada"}')`
    )
    // From when it has started until it asks for the ids of its tasks, and a while longer.
    let failures = 0
    jest.mocked(proveLife).mockImplementation(() => {
      failures = 6
      return async () => {}
    })
    const connect = pool.connect.bind(pool)
    // With a callback it is for a query of the pool's own, or for the announcements of jobs.
    const faulty = (callback?: Parameters<typeof connect>[0]) => {
      if (callback) {
        return connect(callback)
      }
      failures -= 1
      return failures >= 0
        ? Promise.reject(new Error('timeout exceeded when trying to connect'))
        : connect()
    }
    jest.spyOn(pool, 'connect').mockImplementation(faulty as typeof connect)

    let greeted = (_payload: unknown) => {}
    const greeting = new Promise((resolve) => {
      greeted = resolve
    })
    const stop = await startRunner({
      concurrency: 2,
      taskList: { greet: async (payload) => greeted(payload) },
    })
    try {
      expect(await greeting).toEqual({ name: 'Ada' })
    } finally {
      await stop()
    }
  }, 60_000)
})
