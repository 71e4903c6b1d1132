import { Client } from 'pg'

import { pool } from 'src/lib/database/pool'

import { until } from '../../../../scripts/faults/until'

import { proveLife } from './liveness'
import { startRunner } from './startRunner'
import { TAKE_AWAY } from './takeAway'

jest.mock('./liveness')

const LISTENING = `
  SELECT count(*)::int AS count FROM pg_stat_activity
  WHERE datname = current_database() AND query LIKE 'LISTEN "jobs:insert"%'`

const countListening = async () =>
  (await pool.query<{ count: number }>(LISTENING)).rows[0].count

const isWaiting = async (name: string) =>
  (
    await pool.query(
      `SELECT FROM graphile_worker._private_jobs WHERE payload->>'name' = $1`,
      [name]
    )
  ).rows.length > 0

/** PostgreSQL ends the connection of the first statement that holds some words: before it, or when it is committed. */
const cutOffTheFirst = (words: string, when: 'before' | 'after' = 'before') => {
  let cuts = 0
  const query = Client.prototype.query
  const cut = async (client: Client) =>
    pool.query('SELECT pg_terminate_backend($1)', [
      (client as unknown as { processID: number }).processID,
    ])
  const faulty = function (this: Client, ...args: unknown[]) {
    const text = (args[0] as { text?: string }).text ?? ''
    const ask = () => Reflect.apply(query, this, args)
    if (cuts > 0 || !text.includes(words)) {
      return ask()
    }
    cuts += 1
    return when === 'before'
      ? cut(this).then(ask)
      : ask()
          .then(() => cut(this))
          .then(() => Reflect.apply(query, this, ['SELECT']))
  }
  jest
    .spyOn(Client.prototype, 'query')
    .mockImplementation(faulty as typeof query)
  return () => cuts
}

describe('a runner', () => {
  afterEach(() => jest.restoreAllMocks())

  it('hears of jobs, and gives back its connections when it stops', async () => {
    jest.mocked(proveLife).mockReturnValue(async () => {})
    const before = await countListening()
    const stop = await startRunner({ concurrency: 2, taskList: {} })
    try {
      await until('they listen', async () => (await countListening()) > before)
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
  it('says in the end that a job is done, though the database was cut off while it said so', async () => {
    jest.mocked(proveLife).mockReturnValue(async () => {})
    await pool.query(`SELECT graphile_worker.add_job('greet', '{"name":"Bo"}')`)
    const unhandled = jest.fn()
    process.once('unhandledRejection', unhandled)
    const cuts = cutOffTheFirst(`delete from "graphile_worker"._private_jobs`)
    const stop = await startRunner({
      concurrency: 1,
      taskList: { greet: async () => {} },
    })
    try {
      await until('it is done', async () => !(await isWaiting('Bo')))
    } finally {
      await stop()
      process.off('unhandledRejection', unhandled)
    }
    expect(cuts()).toBe(1)
    expect(unhandled).not.toHaveBeenCalled()
  }, 70_000)

  it('does a job that it took without hearing so', async () => {
    jest.mocked(proveLife).mockReturnValue(async () => {})
    await pool.query(`SELECT graphile_worker.add_job('greet', '{"name":"Cy"}')`)
    const greet = jest.fn(async () => {})
    const cuts = cutOffTheFirst('locked_by = $1::text', 'after')
    const stop = await startRunner({ concurrency: 2, taskList: { greet } })
    try {
      await until('it is done', async () => !(await isWaiting('Cy')))
    } finally {
      await stop()
    }
    expect(cuts()).toBe(1)
    expect(greet).toHaveBeenCalledWith({ name: 'Cy' }, expect.anything())
  }, 60_000)
  it('keeps a job that it adds again while it does one that was taken from it', async () => {
    jest.mocked(proveLife).mockReturnValue(async () => {})
    const add = (name: string) =>
      pool.query(
        `SELECT graphile_worker.add_job('greet', json_build_object('name', $1::text), job_key => 'greet')`,
        [name]
      )
    await add('Di')
    let isGreetedAgain = false
    const greet = async (payload: unknown) => {
      if ((payload as { name: string }).name === 'Di again') {
        isGreetedAgain = true
        return
      }
      const { rows } = await pool.query(
        `SELECT locked_by FROM graphile_worker.jobs WHERE key = 'greet'`
      )
      await pool.query(TAKE_AWAY, [[rows[0].locked_by]])
      await add('Di again')
    }
    const stop = await startRunner({ concurrency: 1, taskList: { greet } })
    try {
      await until('it is done again', async () => isGreetedAgain, 5_000)
    } finally {
      await stop()
    }
  }, 10_000)
})
