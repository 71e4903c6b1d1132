import type { ChannelKind, Message, MessageStatus } from '@prisma/client'
import fc from 'fast-check'
import { emptyDatabase } from 'test-support/emptyDatabase'
import { saveMessage } from 'test-support/messages'
import { whileBlocked } from 'test-support/whileBlocked'

import { pool } from 'src/lib/database/pool'
import { db } from 'src/lib/db'

import { rollUp } from './rollUp'

const START = Date.parse('2026-03-01T10:00:00Z')
const MINUTE_MS = 60_000
const SLOT_MS = 15 * MINUTE_MS

const CONTACTS = ['+14155550201', '+14155550202']

let userId: string

const startAnew = async () => {
  await emptyDatabase()
  const user = await db.user.create({
    data: { email: 'ada@heliograph.test', hashedPassword: '', salt: '' },
  })
  userId = user.id
}

beforeEach(startAnew)

/** What happens, some minutes after what happened before. */
type Step = { minutes: number } & (
  | { kind: 'inbound' | 'answer' | 'automatic' | 'archived'; contact: number }
  | { kind: 'scheduled'; contact: number; inMinutes: number }
  | {
      kind: 'report'
      message: number
      status: MessageStatus
      errorCode: number | null
    }
  | { kind: 'count'; mostMessages: number; mostEvents: number }
)

const contact = fc.nat(CONTACTS.length - 1)
const minutes = fc.oneof(fc.nat(20), fc.nat(3_000))

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('inbound', 'answer', 'automatic', 'archived'),
    minutes,
    contact,
  }),
  fc.record({
    kind: fc.constant('scheduled' as const),
    minutes,
    contact,
    inMinutes: fc.nat(3_000),
  }),
  fc.record({
    kind: fc.constant('report' as const),
    minutes,
    message: fc.nat(),
    status: fc.constantFrom<MessageStatus>(
      'QUEUED',
      'SENT',
      'FAILED',
      'UNDELIVERED',
      'DELIVERED',
      'READ',
      'CANCELED'
    ),
    errorCode: fc.constantFrom(null, 30003, 30005),
  }),
  fc.record({
    kind: fc.constant('count' as const),
    minutes,
    mostMessages: fc.integer({ min: 1, max: 4 }),
    mostEvents: fc.integer({ min: 1, max: 4 }),
  })
)

/** A report moves its row and is kept, as record_status_reports does it. */
const report = async (
  { id }: Message,
  status: MessageStatus,
  errorCode: number | null,
  receivedAt: Date
) => {
  await db.message.update({ where: { id }, data: { status, errorCode } })
  await db.statusEvent.create({
    data: {
      messageId: id,
      status,
      source: 'CALLBACK',
      disposition: 'APPLIED',
      errorCode,
      receivedAt,
    },
  })
}

const ALL = { mostPieces: Infinity }

/** Lives through a history. @returns the time at its end */
const live = async (
  steps: Step[],
  count: (until: Date) => Promise<unknown>
) => {
  let now = START
  const outbound: Message[] = []
  for (const step of steps) {
    now += step.minutes * MINUTE_MS + 1_000
    const at = new Date(now)
    switch (step.kind) {
      case 'report':
        if (outbound.length > 0) {
          const message = outbound[step.message % outbound.length]
          await report(message, step.status, step.errorCode, at)
        }
        break
      case 'count':
        await rollUp(at, { ...ALL, ...step })
        await count(at)
        break
      case 'archived':
        await archive(CONTACTS[step.contact], at)
        break
      default: {
        const message = await write(step, at)
        if (message.direction === 'OUTBOUND') {
          outbound.push(message)
        }
      }
    }
  }
  return new Date(now + 1_000)
}

const write = (
  step: Extract<Step, { contact: number }>,
  createdAt: Date
): Promise<Message> =>
  saveMessage({
    contact: CONTACTS[step.contact],
    channel: step.contact === 0 ? 'SMS' : 'WHATSAPP',
    direction: step.kind === 'inbound' ? 'INBOUND' : 'OUTBOUND',
    isAutomatic: step.kind === 'automatic',
    ...(['answer', 'scheduled'].includes(step.kind) && { sentById: userId }),
    ...(step.kind === 'scheduled' && {
      sendAt: new Date(createdAt.getTime() + step.inMinutes * MINUTE_MS),
    }),
    createdAt,
  })

const archive = async (address: string, at: Date) => {
  const conversation = await db.conversation.findFirst({
    where: { contact: { address } },
  })
  if (conversation) {
    await db.threadEntry.create({
      data: { conversationId: conversation.id, kind: 'ARCHIVED', at },
    })
  }
}

const WAITING = ['PENDING', 'UNCONFIRMED', 'SCHEDULED', 'CANCELED']

const slotOf = (time: number) =>
  new Date(Math.floor(time / SLOT_MS) * SLOT_MS).toISOString()

const dueOf = ({ createdAt, sendAt }: Message) =>
  Math.max(createdAt.getTime(), sendAt?.getTime() ?? 0)

const addTo = (sums: Record<string, number>, key: string) => {
  sums[key] = (sums[key] ?? 0) + 1
}

/** Everything, counted over the messages themselves. */
const recount = async (until: Date) => {
  const all = await db.message.findMany({ orderBy: { createdAt: 'asc' } })
  const archived = await db.threadEntry.findMany()
  const sums: Record<string, number> = {}
  const asked = new Map<string, number>()
  const end = Date.parse(slotOf(until.getTime())) + SLOT_MS
  const key = (message: Message, what: string) =>
    `${slotOf(dueOf(message))} ${message.channel} ${what}`

  for (const message of all) {
    const { conversationId, status, direction, errorCode } = message
    const time = message.createdAt.getTime()
    const since = asked.get(conversationId)
    const wasArchived = archived.some(
      (entry) =>
        entry.conversationId === conversationId &&
        entry.at.getTime() >= (since ?? 0) &&
        entry.at.getTime() < time
    )
    if (wasArchived) {
      asked.delete(conversationId)
    }
    if (direction === 'INBOUND' && !asked.has(conversationId)) {
      asked.set(conversationId, time)
    }
    const start = asked.get(conversationId)
    const answers = message.sentById && !message.sendAt
    if (answers && start) {
      const steps = Math.log((time - start) / 1000) / Math.log(1.05)
      addTo(sums, key(message, `answered in ${Math.floor(steps)}`))
    }
    if (answers) {
      asked.delete(conversationId)
    }
    if (dueOf(message) >= end) {
      continue
    }
    if (direction === 'INBOUND') {
      addTo(sums, key(message, 'inbound'))
    } else if (!WAITING.includes(status)) {
      addTo(sums, key(message, 'sent'))
    }
    if (['DELIVERED', 'READ'].includes(status)) {
      addTo(sums, key(message, 'delivered'))
    }
    if (['FAILED', 'UNDELIVERED'].includes(status)) {
      addTo(sums, key(message, 'failed'))
      addTo(sums, key(message, `error ${errorCode ?? 0}`))
    }
  }
  return sums
}

const figures = async () => {
  const [messages, errors, responses] = await Promise.all([
    db.messageRollup.findMany(),
    db.errorRollup.findMany(),
    db.responseRollup.findMany(),
  ])
  const sums: Record<string, number> = {}
  const put = (
    { slot, channel }: { slot: Date; channel: ChannelKind },
    what: string,
    count: number
  ) => {
    if (count > 0) {
      sums[`${slot.toISOString()} ${channel} ${what}`] = count
    }
  }
  for (const row of messages) {
    put(row, 'inbound', row.inbound)
    put(row, 'sent', row.sent)
    put(row, 'delivered', row.delivered)
    put(row, 'failed', row.failed)
  }
  errors.forEach((row) => put(row, `error ${row.code}`, row.count))
  responses.forEach((row) => put(row, `answered in ${row.bucket}`, row.count))
  return sums
}

it('comes to what a recount comes to, at every time, in whatever pieces it is done', async () => {
  await fc.assert(
    fc
      .asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const compare = async (until: Date) =>
          expect(await figures()).toEqual(await recount(until))
        const end = await live(steps, compare)
        await rollUp(end, { ...ALL, mostMessages: 2, mostEvents: 2 })
        await compare(end)
      })
      .beforeEach(startAnew),
    { numRuns: 25 }
  )
}, 120_000)

const DAY: Step[] = [
  { kind: 'inbound', contact: 0, minutes: 1 },
  { kind: 'answer', contact: 0, minutes: 4 },
  { kind: 'report', message: 0, status: 'SENT', errorCode: null, minutes: 1 },
  { kind: 'inbound', contact: 1, minutes: 600 },
  { kind: 'answer', contact: 1, minutes: 90 },
  {
    kind: 'report',
    message: 0,
    status: 'FAILED',
    errorCode: 30003,
    minutes: 30,
  },
]

it('comes to the same when two count at once', async () => {
  const end = await live(DAY, async () => {})
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    await client.query('SELECT roll_up_messages($1, 1, 1)', [end])
    const { done } = await whileBlocked(rollUp(end, ALL))
    await client.query('COMMIT')
    expect(await done).toEqual(true)
  } finally {
    client.release()
  }
  expect(Object.keys(await figures()).length).toBeGreaterThan(0)
  expect(await figures()).toEqual(await recount(end))
})

it('leaves nothing of a piece that ended in the middle', async () => {
  const end = await live(DAY, async () => {})
  await rollUp(new Date(START + 10 * MINUTE_MS), ALL)
  const before = await figures()
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    await client.query('SELECT roll_up_messages($1, 1000, 1000)', [end])
    await client.query('ROLLBACK')
  } finally {
    client.release()
  }
  expect(await figures()).toEqual(before)
  await rollUp(end, ALL)
  expect(await figures()).not.toEqual(before)
  expect(await figures()).toEqual(await recount(end))
})

it('goes on in the next run where one run is not enough', async () => {
  const end = await live(DAY, async () => {})
  const bound = { mostMessages: 1, mostEvents: 1, mostPieces: 1 }
  const runs: boolean[] = []
  while (!runs.at(-1) && runs.length < 20) {
    runs.push(await rollUp(end, bound))
  }
  expect(runs.length).toBeGreaterThan(1)
  expect(runs.at(-1)).toEqual(true)
  expect(await figures()).toEqual(await recount(end))
})

it('counts up to before what is still being written', async () => {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    const { rows } = await client.query(
      `INSERT INTO "Contact" (id, address) VALUES (gen_random_uuid(), '+14155550999') RETURNING now()::text AS start`
    )
    const horizon = await pool.query(
      `SELECT rollup_horizon('0') <= $1::timestamptz AS "isBefore"`,
      [rows[0].start]
    )
    expect(horizon.rows).toEqual([{ isBefore: true }])
    await client.query('ROLLBACK')
  } finally {
    client.release()
  }
})

it('says that nothing is left where there is nothing', async () => {
  expect(await rollUp(new Date())).toEqual(true)
  expect(await figures()).toEqual({})
})
