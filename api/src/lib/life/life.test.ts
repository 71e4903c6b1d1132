import { setTimeout as pause } from 'node:timers/promises'

import { pool } from 'src/lib/database/pool'

import { hold, letGo, lifeline, type Lock } from './life'

const locks: Lock[] = ['one', 'another', 'a third'].map((name) => ({
  namespace: 72_839,
  name,
}))

const HOLDERS = `
  SELECT pid, granted FROM pg_locks
  WHERE locktype = 'advisory' AND classid = 72839 AND objsubid = 2
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`

interface Holder {
  pid: number
  granted: boolean
}

const holders = async () => (await pool.query<Holder>(HOLDERS)).rows

afterEach(() => Promise.all(locks.map(letGo)))

it('holds its locks by one connection', async () => {
  await Promise.all(locks.map(hold))
  const held = await holders()
  expect(held).toHaveLength(3)
  expect(new Set(held.map(({ pid }) => pid)).size).toBe(1)
})

it('has them again where its connection was cut off, however many ask for it at once', async () => {
  await Promise.all(locks.map(hold))
  const [{ pid: before }] = await holders()
  const broken = new Promise((resolve) =>
    lifeline().then((client) => client.once('error', resolve))
  )
  await pool.query('SELECT pg_terminate_backend($1)', [before])
  await broken
  // The end of the one that broke is told of while the next one is being opened, and later.
  for (let n = 0; n < 5; n++) {
    await Promise.all([lifeline(), lifeline(), lifeline()])
    await pause(20)
  }
  const held = await holders()
  expect(held).toHaveLength(3)
  expect(held.every(({ granted }) => granted)).toBe(true)
  expect(new Set(held.map(({ pid }) => pid)).size).toBe(1)
  expect(held[0].pid).not.toBe(before)
})

it('leaves no connection behind that waits for a lock', async () => {
  const client = await pool.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1, hashtext($2))', [
      locks[0].namespace,
      locks[0].name,
    ])
    const held = hold(locks[0])
    while ((await holders()).length < 2) {
      await pause(10)
    }
    const waiting = (await holders()).find(({ granted }) => !granted)
    await pool.query('SELECT pg_terminate_backend($1)', [waiting?.pid])
    await expect(held).rejects.toThrow()
    expect((await holders()).map(({ granted }) => granted)).toEqual([true])
  } finally {
    client.release(true)
  }
})

it('lets go of all of them at once, and of the connection', async () => {
  await Promise.all(locks.map(hold))
  await Promise.all(locks.map(letGo))
  expect(await holders()).toEqual([])
})
