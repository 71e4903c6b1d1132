import type { Pool } from 'pg'
import { databaseBehindDoor, type Door } from 'test-support/databaseBehindDoor'
import { emptyDatabase } from 'test-support/emptyDatabase'
import { CUSTOMER, newSid, OURS } from 'test-support/messages'
import { twilioRequest } from 'test-support/twilioRequest'

import { db } from 'src/lib/db'
import type { Storage } from 'src/lib/media/storage/storage'

type Answer = { statusCode: number; body?: string; headers?: object }
type Handler = (event: unknown) => Promise<Answer>

const sid = newSid()
const report = () =>
  twilioRequest('twilioCallback', { MessageSid: sid, MessageStatus: 'sent' })
const message = () =>
  twilioRequest('twilioMessage', {
    MessageSid: sid,
    From: CUSTOMER,
    To: OURS,
    Body: 'Hello',
  })

let door: Door
let health: Handler
let twilioCallback: Handler
let twilioMessage: Handler
let pool: Pool
let storage: Storage

beforeAll(emptyDatabase)

/** The functions as a process has them whose database is behind the door. */
beforeAll(async () => {
  door = await databaseBehindDoor()
  const { DATABASE_URL } = process.env
  process.env.DATABASE_URL = door.url
  jest.isolateModules(() => {
    health = require('./health').handler
    twilioCallback = require('../twilioCallback/twilioCallback').handler
    twilioMessage = require('../twilioMessage/twilioMessage').handler
    pool = require('src/lib/database/pool').pool
    storage = require('src/lib/media/storage/mediaStorage').mediaStorage
  })
  process.env.DATABASE_URL = DATABASE_URL
})

afterAll(async () => {
  await pool.end()
  await door.shut()
})

/** The figures are kept for some seconds. */
const later = () => {
  const now = performance.now() + 60_000
  jest.spyOn(performance, 'now').mockReturnValue(now)
}

/** Both ways to ask whether the process lives. */
const LIVES = [
  { queryStringParameters: { live: '' } },
  { path: '/health/live' },
]

const status = async (handler: Handler, event: unknown = {}) =>
  (await handler(event)).statusCode

it('says that all is well, without a login and without being kept', async () => {
  expect(await health({})).toEqual({
    statusCode: 200,
    headers: {
      'Content-Type': 'application/json',
      'Cache-Control': 'no-store',
    },
    body: expect.any(String),
  })
})

it('says how each dependency is, and how the queue', async () => {
  const { rows } = await pool.query<{ minute: Date }>(
    `INSERT INTO "WebhookMinute" (minute, webhook, result, count)
     VALUES (date_trunc('minute', now()), 'twilioCallback', 'RECORDED', 1) RETURNING minute`
  )
  await pool.query(
    `SELECT graphile_worker.add_job('sweep', run_at => now() - interval '100 seconds')`
  )
  later()
  const { body } = await health({})
  const { queue, ...states } = JSON.parse(String(body))
  expect(states).toEqual({
    status: 'ok',
    dependencies: { database: 'ok', storage: 'ok' },
  })
  expect(queue).toMatchObject({
    workers: 0,
    lastCallbackAt: rows[0].minute.toISOString(),
  })
  expect(queue.queueLagSeconds).toBeGreaterThanOrEqual(100)
})

it('is given requests without the storage, and says that it is away', async () => {
  jest.spyOn(storage, 'check').mockRejectedValueOnce(new Error('full'))
  const { statusCode, body } = await health({})
  expect(statusCode).toEqual(200)
  expect(JSON.parse(String(body))).toMatchObject({
    status: 'degraded',
    dependencies: { database: 'ok', storage: 'away' },
  })
})

scenario(
  'while the database is away nothing is acknowledged; when it is back, all is well again',
  async () => {
    await door.shut()
    const away = await health({})
    expect(away.statusCode).toEqual(503)
    expect(JSON.parse(away.body as string)).toEqual({
      status: 'away',
      dependencies: { database: 'away', storage: 'ok' },
    })
    for (const event of LIVES) {
      expect(await status(health, event)).toEqual(200)
    }
    expect(await twilioCallback(report())).toMatchObject({
      statusCode: 503,
      headers: { 'Retry-After': expect.stringMatching(/^\d+$/) },
    })
    expect(await status(twilioMessage, message())).toEqual(503)
    const unsigned = { ...report(), headers: {} }
    expect(await status(twilioCallback, unsigned)).toEqual(403)
    expect(await db.statusEvent.count()).toEqual(0)
    expect(await db.message.count()).toEqual(0)

    await door.open()
    expect(await status(health)).toEqual(200)
    expect(await status(twilioCallback, report())).toEqual(204)
    expect(await status(twilioMessage, message())).toEqual(200)
    expect(await db.statusEvent.findMany()).toMatchObject([
      { sid, status: 'SENT' },
    ])
    expect(await db.message.findMany()).toMatchObject([{ sid, body: 'Hello' }])
  }
)

scenario(
  'a connection that breaks while it is used loses no acknowledged callback',
  async () => {
    const answers = Array.from({ length: 30 }, () =>
      status(twilioCallback, report())
    )
    await Promise.race(answers)
    await door.shut()
    await door.open()
    const acknowledged = (await Promise.all(answers)).filter(
      (code) => code === 204
    )
    expect(await db.statusEvent.count()).toBeGreaterThanOrEqual(
      acknowledged.length
    )
    // Whoever gets a connection that has broken meanwhile is told to come again, as Twilio does.
    while ((await status(twilioCallback, report())) !== 204) {
      expect(await db.statusEvent.count()).toBeGreaterThan(0)
    }
  }
)

describe('while the database says nothing', () => {
  afterEach(async () => {
    await door.shut()
    await door.open()
    // Whoever gets a connection that has broken meanwhile hears of it.
    let code: number
    do {
      code = await status(health)
    } while (code !== 200)
  })

  /** Asks, and says how many milliseconds the answer took. */
  const ask = async () => {
    const start = performance.now()
    const { statusCode, body } = await health({})
    return {
      statusCode,
      body: JSON.parse(body as string),
      took: performance.now() - start,
    }
  }

  const AWAY = {
    statusCode: 503,
    body: {
      status: 'away',
      dependencies: { database: 'away', storage: 'ok' },
    },
  }

  it('that is told within two seconds, over a connection that was good', async () => {
    expect(await status(health)).toEqual(200)
    door.block()
    const { took, ...answer } = await ask()
    expect(answer).toEqual(AWAY)
    expect(took).toBeLessThan(2_000)
  })

  it('and over one that it accepts and never greets, however many ask', async () => {
    await door.shut()
    await door.open()
    door.block()
    const answers = await Promise.all(Array.from({ length: 30 }, ask))
    for (const { took, ...answer } of answers) {
      expect(answer).toEqual(AWAY)
      expect(took).toBeLessThan(2_000)
    }
  })

  it('no connection is kept by a question that nobody answered', async () => {
    // As many connections as there are questions.
    await Promise.all(
      Array.from({ length: 5 }, () => pool.query('SELECT pg_sleep(0.1)'))
    )
    door.block()
    const allGone = new Promise<void>((resolve) => {
      pool.on('remove', () => pool.totalCount === 0 && resolve())
    })
    await Promise.all(Array.from({ length: pool.totalCount }, ask))
    await allGone
  })
})
