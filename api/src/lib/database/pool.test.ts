import { databaseBehindDoor, type Door } from 'test-support/databaseBehindDoor'

import { db } from 'src/lib/db'

import { pool } from './pool'

it('speaks UTC, whatever the time zone of the server is', async () => {
  const { rows } = await pool.query('SHOW TimeZone')
  expect(rows).toEqual([{ TimeZone: 'UTC' }])
})

it('gives and takes times as they are, through Prisma too', async () => {
  const at = new Date('2026-07-01T12:34:56.789Z')
  const { rows } = await pool.query('SELECT $1::timestamptz AS at', [at])
  const [read] = await db.$queryRaw<
    object[]
  >`SELECT ${at}::timestamptz AS at, extract(epoch FROM ${at}::timestamptz)::float AS epoch`
  expect(rows).toEqual([{ at }])
  expect(read).toEqual({ at, epoch: at.getTime() / 1000 })
})

describe('a database that goes away', () => {
  let door: Door
  let pool: typeof import('./pool').pool

  beforeAll(async () => {
    door = await databaseBehindDoor()
    const { DATABASE_URL } = process.env
    process.env.DATABASE_URL = door.url
    jest.isolateModules(() => {
      pool = require('./pool').pool
    })
    process.env.DATABASE_URL = DATABASE_URL
  })

  afterAll(async () => {
    await pool.end()
    await door.shut()
  })

  it('fails who asks, and nobody else; when it is back, no restart is needed', async () => {
    await Promise.all(Array.from({ length: 5 }, () => pool.query('SELECT 1')))
    const asked = pool.query('SELECT pg_sleep(60)')
    const broken = expect(asked).rejects.toThrow()
    await door.shut()
    await broken
    await expect(pool.query('SELECT 1')).rejects.toThrow()

    await door.open()
    expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
  })
})
