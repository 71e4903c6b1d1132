import { addYears } from 'date-fns'
import { runOnce } from 'graphile-worker'
import { emptyDatabase } from 'test-support/emptyDatabase'
import { entriesOf, kindsOf } from 'test-support/entries'
import { firstOf } from 'test-support/firstOf'
import { ask, codeOf, type Credentials, keyFor } from 'test-support/graphql'
import { STRANGE } from 'test-support/ids'
import { jobsOf } from 'test-support/jobs'
import { CUSTOMER, newSid, OURS, saveMessage } from 'test-support/messages'
import { acting, saveUser } from 'test-support/users'
import { whileBlocked } from 'test-support/whileBlocked'

import { setStatus } from 'src/lib/conversations/setStatus'
import { snoozeConversation } from 'src/lib/conversations/snoozeConversation'
import { sweepSnoozed } from 'src/lib/conversations/sweepSnoozed'
import { wakeConversation } from 'src/lib/conversations/wakeConversation'
import { pool } from 'src/lib/database/pool'
import { db } from 'src/lib/db'
import { parseCallReport } from 'src/lib/inbound/parseCallReport'
import { parseInboundMessage } from 'src/lib/inbound/parseInboundMessage'
import { recordCallReport } from 'src/lib/inbound/recordCallReport'
import { recordInboundMessage } from 'src/lib/inbound/recordInboundMessage'
import { listen } from 'src/lib/live/listen'
import { wakeConversation as wakeTask } from 'src/tasks/wakeConversation'

const MAYA = { name: 'Maya' }
const HOUR_MS = 3_600_000

let agent: Credentials

beforeEach(async () => {
  await emptyDatabase()
  agent = await keyFor('AGENT')
})

const inMs = (ms: number) => new Date(Date.now() + ms)

const SNOOZE = `mutation ($id: ID!, $until: DateTime!) {
  snoozeConversation(id: $id, until: $until) { id status snoozedUntil updatedAt }
}`

const snooze = async (id: string, until: Date) => {
  const { data, errors } = await ask(agent, SNOOZE, { id, until })
  expect(errors).toBeUndefined()
  return data.snoozeConversation
}

const find = (id: string) =>
  db.conversation.findUniqueOrThrow({ where: { id } })

const receive = () =>
  recordInboundMessage(
    parseInboundMessage({
      MessageSid: newSid(),
      From: CUSTOMER,
      To: OURS,
      Body: 'Still there?',
    })
  )

/** As if the time had come, however far away it was. */
const letTimeCome = (id: string, ago = '1 second') =>
  pool.query(
    `UPDATE "Conversation" SET "snoozedUntil" = now() - $2::interval WHERE id = $1`,
    [id, ago]
  )

describe('snoozeConversation', () => {
  it('puts it away until then, and has a worker wake it', async () => {
    const { conversationId: id } = await saveMessage()
    const until = inMs(HOUR_MS)
    expect(await snooze(id, until)).toMatchObject({
      status: 'SNOOZED',
      snoozedUntil: until.toISOString(),
    })
    expect(await entriesOf(id)).toMatchObject([{ kind: 'SNOOZED', until }])
    expect(await jobsOf({ id })).toMatchObject([
      { task: 'wakeConversation', runAt: until },
    ])
  })

  it('moves the time of one that sleeps already, and its job', async () => {
    const { conversationId: id } = await saveMessage()
    const [first, second] = [inMs(HOUR_MS), inMs(2 * HOUR_MS)]
    await snooze(id, first)
    await snooze(id, second)
    expect(await entriesOf(id)).toMatchObject([
      { kind: 'SNOOZED', until: first },
      { kind: 'SNOOZED', until: second },
    ])
    expect(await jobsOf({ id })).toMatchObject([{ runAt: second }])
  })

  it('ends the same where ten choose the same time at once', async () => {
    const { conversationId: id } = await saveMessage()
    const until = inMs(HOUR_MS)
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => snooze(id, until))
    )
    expect(answers).toEqual(Array(10).fill(answers[0]))
    expect(await kindsOf(id)).toEqual(['SNOOZED'])
  })

  it.each([
    ['over', () => inMs(-1_000), 'is over'],
    [
      'further away than five years',
      () => inMs(5 * 367 * 24 * HOUR_MS),
      '5 years',
    ],
  ])('refuses a time that is %s', async (_what, until, says) => {
    const { conversationId: id } = await saveMessage()
    const answer = await ask(agent, SNOOZE, { id, until: until() })
    expect(codeOf(answer)).toBe('BAD_USER_INPUT')
    expect(answer.errors?.[0].message).toContain(says)
    expect(await find(id)).toMatchObject({ status: 'OPEN', snoozedUntil: null })
  })

  it('takes a time nearly five years away', async () => {
    const { conversationId: id } = await saveMessage()
    const until = addYears(inMs(-HOUR_MS), 5)
    expect(await snooze(id, until)).toMatchObject({ status: 'SNOOZED' })
  })

  it.each(STRANGE)('finds nothing to put away: "%.40s"', async (id) => {
    const answer = await ask(agent, SNOOZE, { id, until: inMs(HOUR_MS) })
    expect(codeOf(answer)).toBe('NOT_FOUND')
  })

  it.each([
    ['OPEN', 'WOKEN'],
    ['ARCHIVED', 'ARCHIVED'],
  ] as const)('ends when somebody makes it %s', async (status, kind) => {
    const maya = await saveUser('Maya')
    const { conversationId: id } = await saveMessage()
    await snooze(id, inMs(HOUR_MS))
    await setStatus(id, status, acting(maya))
    expect(await find(id)).toMatchObject({ status, snoozedUntil: null })
    const [, entry] = await entriesOf(id)
    expect(entry).toMatchObject({ kind, actorId: maya.id, until: null })
  })
})

describe('a snoozed conversation', () => {
  it('wakes by itself when its time comes, once, and tells every screen', async () => {
    const { conversationId } = await saveMessage()
    await snoozeConversation(conversationId, inMs(HOUR_MS), MAYA)
    await letTimeCome(conversationId)
    const events = firstOf(
      2,
      listen(['conversationChanged', 'threadEntryAdded'])
    )
    await Promise.all([
      wakeConversation(conversationId),
      wakeConversation(conversationId),
    ])
    expect(await find(conversationId)).toMatchObject({
      status: 'OPEN',
      snoozedUntil: null,
    })
    const entry = (await entriesOf(conversationId)).at(-1)
    expect(entry).toMatchObject({
      kind: 'WOKEN',
      actorId: null,
      actorName: null,
    })
    expect(await kindsOf(conversationId)).toEqual(
      expect.not.arrayContaining(['REOPENED'])
    )
    expect(await events).toEqual([
      { kind: 'conversationChanged', conversationId, isNew: false },
      { kind: 'threadEntryAdded', conversationId, entryId: entry?.id },
    ])
  })

  it('is woken by a worker that was not there at its time', async () => {
    const { conversationId: id } = await saveMessage()
    await snoozeConversation(id, inMs(HOUR_MS), MAYA)
    await letTimeCome(id, '3 days')
    await runOnce({ pgPool: pool, taskList: { wakeConversation: wakeTask } })
    expect(await find(id)).toMatchObject({ status: 'OPEN' })
    expect(await jobsOf({ id })).toEqual([])
  })

  it('is left asleep by a worker until then', async () => {
    const { conversationId: id } = await saveMessage()
    await snoozeConversation(id, inMs(HOUR_MS), MAYA)
    await runOnce({ pgPool: pool, taskList: { wakeConversation: wakeTask } })
    expect(await find(id)).toMatchObject({ status: 'SNOOZED' })
    expect(await jobsOf({ id })).toHaveLength(1)
  })

  it('sleeps on when its time was moved after the job had begun', async () => {
    const { conversationId: id } = await saveMessage()
    await snoozeConversation(id, inMs(HOUR_MS), MAYA)
    await wakeConversation(id)
    expect(await find(id)).toMatchObject({ status: 'SNOOZED' })
  })

  it('is nobody’s to wake when it is gone', async () => {
    await expect(
      wakeConversation('01909090-0000-7000-8000-000000000000')
    ).resolves.toBeUndefined()
  })

  it('gets its job back from the sweep, where it was lost', async () => {
    const { conversationId: id } = await saveMessage()
    await snoozeConversation(id, inMs(HOUR_MS), MAYA)
    await letTimeCome(id, '10 minutes')
    await pool.query('DELETE FROM graphile_worker._private_jobs')
    expect(await sweepSnoozed()).toBe(1)
    expect(await jobsOf({ id })).toMatchObject([{ task: 'wakeConversation' }])
    expect(await sweepSnoozed()).toBe(0)
  })

  it('has its job, too, when it comes from elsewhere', async () => {
    const { conversationId } = await saveMessage()
    const { contactId } = await find(conversationId)
    const until = inMs(HOUR_MS)
    const { id } = await db.conversation.create({
      data: {
        contactId,
        channel: 'WHATSAPP',
        senderAddress: OURS,
        status: 'SNOOZED',
        snoozedUntil: until,
      },
    })
    expect(await jobsOf({ id })).toMatchObject([{ runAt: until }])
  })

  it('always has an end', async () => {
    const { conversationId: id } = await saveMessage()
    await expect(
      db.conversation.update({ where: { id }, data: { status: 'SNOOZED' } })
    ).rejects.toThrow('snoozedUntil_check')
  })
})

describe('an inbound message', () => {
  it.each([
    [
      'snoozed',
      (id: string) => snoozeConversation(id, inMs(HOUR_MS), MAYA),
      'WOKEN',
    ],
    ['archived', (id: string) => setStatus(id, 'ARCHIVED', MAYA), 'REOPENED'],
  ] as const)(
    'opens a %s conversation, by itself',
    async (_what, putAway, kind) => {
      const { conversationId } = await saveMessage()
      await putAway(conversationId)
      const events = firstOf(
        3,
        listen(['messageAdded', 'conversationChanged', 'threadEntryAdded'])
      )
      await receive()
      expect(await find(conversationId)).toMatchObject({
        status: 'OPEN',
        snoozedUntil: null,
      })
      const entry = (await entriesOf(conversationId)).at(-1)
      expect(entry).toMatchObject({ kind, actorId: null, actorName: null })
      expect(await events).toMatchObject([
        { kind: 'messageAdded', conversationId },
        { kind: 'conversationChanged', conversationId },
        { kind: 'threadEntryAdded', conversationId, entryId: entry?.id },
      ])
    }
  )

  it('may be a call', async () => {
    const { conversationId } = await saveMessage({
      channel: 'VOICE',
      direction: 'INBOUND',
    })
    await setStatus(conversationId, 'ARCHIVED', MAYA)
    const events = firstOf(1, listen(['threadEntryAdded']))
    await recordCallReport(
      parseCallReport({
        CallSid: newSid('CA'),
        CallStatus: 'ringing',
        Direction: 'inbound',
        From: CUSTOMER,
        To: OURS,
      })
    )
    const entry = (await entriesOf(conversationId)).at(-1)
    expect(entry).toMatchObject({ kind: 'REOPENED', actorName: null })
    expect(await events).toEqual([
      { kind: 'threadEntryAdded', conversationId, entryId: entry?.id },
    ])
  })

  it('writes nothing where the conversation is open', async () => {
    const { conversationId } = await saveMessage()
    await receive()
    expect(await kindsOf(conversationId)).toEqual([])
  })

  it('opens what somebody archives at that moment, whichever comes first, and the thread says so', async () => {
    const { conversationId: id } = await saveMessage()
    const client = await pool.connect()
    await client.query('BEGIN')
    await client.query('SELECT FROM "Conversation" WHERE id = $1 FOR UPDATE', [
      id,
    ])
    const archived = await whileBlocked(setStatus(id, 'ARCHIVED', MAYA))
    const received = receive()
    await client.query('COMMIT')
    client.release()
    await Promise.all([archived.done, received])
    const { status } = await find(id)
    const kinds = await kindsOf(id)
    expect([status, ...kinds]).toEqual(
      status === 'OPEN'
        ? ['OPEN', 'ARCHIVED', 'REOPENED']
        : ['ARCHIVED', 'ARCHIVED']
    )
  })

  it('wakes twenty conversations at once, each with its own entry', async () => {
    const numbers = Array.from({ length: 20 }, (_, n) => `+1415556${1000 + n}`)
    for (const contact of numbers) {
      await saveMessage({ contact, conversation: { status: 'ARCHIVED' } })
    }
    await db.threadEntry.deleteMany()
    const events = firstOf(20, listen(['threadEntryAdded']))
    await Promise.all(
      numbers.map((From) =>
        recordInboundMessage(
          parseInboundMessage({
            MessageSid: newSid(),
            From,
            To: OURS,
            Body: 'Hello',
          })
        )
      )
    )
    const entries = await db.threadEntry.findMany()
    expect(entries).toHaveLength(20)
    const told = (await events).map(({ entryId, conversationId }) => [
      entryId,
      conversationId,
    ])
    expect(told.sort()).toEqual(
      entries.map(({ id, conversationId }) => [id, conversationId]).sort()
    )
  })
})
