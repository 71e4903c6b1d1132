import type { Message } from '@prisma/client'
import { emptyDatabase } from 'test-support/emptyDatabase'
import { jobsOf } from 'test-support/jobs'
import { newNumber, OURS } from 'test-support/messages'
import {
  refused,
  startTwilioServer,
  type TwilioServer,
} from 'test-support/twilioServer'

import { pool } from 'src/lib/database/pool'
import { sql } from 'src/lib/database/sql'

let twilio: TwilioServer

/** Segments in a second. */
const PACE = 1

type Outbound = typeof import('./sendMessage') & typeof import('./dispatch')

/** The send engine as a process of its own has it: with its own configuration, client and connections. */
const startProcess = () => {
  let outbound: Outbound | undefined
  let end = async () => {}
  process.env.SENDER_SEGMENTS_PER_SECOND = `${PACE}`
  jest.isolateModules(() => {
    outbound = {
      ...require('./sendMessage'),
      ...require('./dispatch'),
    }
    const { twilioClient } = require('src/lib/twilio/twilioClient')
    twilioClient.api.baseUrl = twilio.url
    const { pool: connections } = require('src/lib/database/pool')
    end = () => connections.end()
  })
  delete process.env.SENDER_SEGMENTS_PER_SECOND
  return { ...(outbound as Outbound), end }
}

let one: ReturnType<typeof startProcess>
let other: ReturnType<typeof startProcess>

beforeAll(async () => {
  twilio = await startTwilioServer()
  one = startProcess()
  other = startProcess()
})

afterAll(async () => {
  await one.end()
  await other.end()
  await twilio.close()
})

beforeEach(async () => {
  twilio.calls.length = 0
  twilio.answers.length = 0
  await emptyDatabase()
})

const hello = () => ({ to: newNumber(), from: OURS, body: 'Hello' })

/** Past Prisma, of which several in one process can't be. */
const allMessages = () =>
  sql.$queryRaw<Message[]>`SELECT * FROM "Message" ORDER BY "paceAt"`

const find = async (id: string) => {
  const [message] = await sql.$queryRaw<Message[]>`
    SELECT * FROM "Message" WHERE id = ${id}::uuid`
  return message
}

/** Milliseconds between one message's turn and the next one's. */
const gaps = (turns: Date[]) =>
  turns.slice(1).map((turn, n) => turn.getTime() - turns[n].getTime())

const turns = async () =>
  (await allMessages()).map(({ paceAt }) => paceAt as Date)

it('two processes share a sender’s pace: the first goes at once, the others have their turns one after the other', async () => {
  const sent = await Promise.all(
    Array.from({ length: 10 }, (_, n) =>
      (n % 2 ? one : other).sendMessage(hello(), {})
    )
  )
  expect(gaps(await turns())).toEqual(Array(9).fill(1_000 / PACE))
  expect(sent.filter(({ status }) => status === 'QUEUED')).toHaveLength(1)
  expect(sent.filter(({ status }) => status === 'PENDING')).toHaveLength(9)
  expect(twilio.calls).toHaveLength(1)
})

it('a message of three segments takes three turns', async () => {
  await one.sendMessage({ ...hello(), body: 'a'.repeat(400) }, {})
  await other.sendMessage(hello(), {})
  expect(gaps(await turns())).toEqual([3_000 / PACE])
})

it('a worker takes a message when its turn has come, and not before', async () => {
  await one.sendMessage(hello(), {})
  const waiting = await other.sendMessage(hello(), {})
  const [{ task, runAt }] = await jobsOf(waiting)
  expect({ task, runAt }).toEqual({
    task: 'sendMessage',
    runAt: waiting.paceAt,
  })
  await one.dispatch(waiting.id)
  expect(twilio.calls).toHaveLength(1)

  await pool.query(
    `UPDATE "Message" SET "paceAt" = now() - interval '1 second' WHERE id = $1`,
    [waiting.id]
  )
  await one.dispatch(waiting.id)
  expect(twilio.calls).toHaveLength(2)
  expect((await find(waiting.id)).status).toEqual('QUEUED')
})

it('a channel’s own rate is the pace of its address, the first time and again', async () => {
  await pool.query(
    `INSERT INTO "Channel" (id, address, name, "segmentsPerSecond") VALUES (gen_random_uuid(), $1, 'Shop', 4)`,
    [OURS]
  )
  for (let n = 0; n < 3; n += 1) {
    await one.sendMessage(hello(), {})
  }
  expect(gaps(await turns())).toEqual([250, 250])

  twilio.answers.push(refused(429, 20429))
  const again = await one.sendMessage({ ...hello(), from: '+15005550007' }, {})
  await pool.query(`UPDATE "Channel" SET address = '+15005550007'`)
  await other.dispatch(again.id)
  // Its new turn, as long as the channel's rate makes it.
  const { rows } = await pool.query(
    `SELECT round(extract(epoch FROM p."freeAt" - m."paceAt") * 1000)::int AS turn
     FROM "SenderPace" p, "Message" m WHERE sender = '+15005550007' AND m.id = $1`,
    [again.id]
  )
  expect(rows).toEqual([{ turn: 250 }])
})

it('each sender has its own pace', async () => {
  const from = '+15005550007'
  const sent = await Promise.all([
    one.sendMessage(hello(), {}),
    other.sendMessage({ ...hello(), from }, {}),
  ])
  expect(sent.map(({ status }) => status)).toEqual(['QUEUED', 'QUEUED'])
  const { rows } = await pool.query(
    'SELECT sender FROM "SenderPace" ORDER BY sender'
  )
  expect(rows).toEqual([{ sender: OURS }, { sender: from }])
})

it('a sender that was idle saves nothing up', async () => {
  await pool.query(
    `INSERT INTO "SenderPace" (sender, "freeAt") VALUES ($1, now() - interval '1 hour')`,
    [OURS]
  )
  await Promise.all([1, 2, 3].map(() => one.sendMessage(hello(), {})))
  expect(gaps(await turns())).toEqual([1_000 / PACE, 1_000 / PACE])
  expect(twilio.calls).toHaveLength(1)
})

/** All are tried, by both processes, in whatever order. */
const tryAll = (ids: string[]) =>
  Promise.all(ids.map((id, n) => (n % 2 ? one : other).dispatch(id)))

it('many with one time to send at have their turns one after the other', async () => {
  const sendAt = new Date(Date.now() + 3_600_000)
  const messages = await Promise.all(
    Array.from({ length: 6 }, () => one.sendMessage({ ...hello(), sendAt }, {}))
  )
  const ids = messages.map(({ id }) => id)
  await pool.query(
    `UPDATE "Message" SET "sendAt" = now() - interval '1 second'`
  )
  await tryAll(ids)
  expect(twilio.calls).toHaveLength(1)
  expect(gaps(await turns())).toEqual(Array(5).fill(1_000 / PACE))
  // Each has a job at its turn.
  for (const { id, paceAt, status } of await allMessages()) {
    expect(await jobsOf({ id })).toEqual(
      status === 'QUEUED'
        ? []
        : [expect.objectContaining({ task: 'sendMessage', runAt: paceAt })]
    )
  }
})

it('what Twilio was too busy for takes a new turn, behind those that wait', async () => {
  twilio.answers.push(refused(429, 20429))
  const first = await one.sendMessage(hello(), {})
  const second = await one.sendMessage(hello(), {})
  expect([first.status, second.status]).toEqual(['PENDING', 'PENDING'])
  await one.dispatch(first.id)
  expect(twilio.calls).toHaveLength(1)
  const [behind] = gaps([
    second.paceAt as Date,
    (await find(first.id)).paceAt as Date,
  ])
  expect(behind).toEqual(1_000 / PACE)
})

it('jobs that come late, together, still go one after the other', async () => {
  const sent = await Promise.all(
    Array.from({ length: 8 }, () => one.sendMessage(hello(), {}))
  )
  const waiting = sent
    .filter(({ status }) => status === 'PENDING')
    .map(({ id }) => id)
  // The worker was away for a minute.
  await pool.query(
    `UPDATE "Message" SET "paceAt" = "paceAt" - interval '1 minute', "attemptedAt" = "attemptedAt" - interval '1 minute'`
  )
  await pool.query(
    `UPDATE "SenderPace" SET "freeAt" = "freeAt" - interval '1 minute', "busyUntil" = "busyUntil" - interval '1 minute'`
  )
  await tryAll(waiting)
  const sentNow = twilio.calls.length - 1
  // As many as need not wait long; the others have new places behind them.
  expect(sentNow).toBeGreaterThan(2)
  expect(sentNow).toBeLessThan(6)
  const places = (await turns()).slice(1)
  expect(places).toHaveLength(waiting.length)
  expect(gaps(places)).toEqual(Array(waiting.length - 1).fill(1_000 / PACE))
}, 20_000)

it('what is for later takes no turn now', async () => {
  const sendAt = new Date(Date.now() + 3_600_000)
  await one.sendMessage({ ...hello(), sendAt }, {})
  expect(await one.sendMessage(hello(), {})).toMatchObject({ status: 'QUEUED' })
})
