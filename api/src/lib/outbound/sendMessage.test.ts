import { emptyDatabase } from 'test-support/emptyDatabase'
import { firstOf } from 'test-support/firstOf'
import { jobsOf } from 'test-support/jobs'
import {
  conversationWith,
  CUSTOMER,
  findMessage,
  newNumber,
  OURS,
  saveMessage,
} from 'test-support/messages'
import {
  created,
  refused,
  startTwilioServer,
  type TwilioServer,
} from 'test-support/twilioServer'

import { createUser } from 'src/lib/access/createUser'
import { config } from 'src/lib/config/config'
import { pool } from 'src/lib/database/pool'
import { db } from 'src/lib/db'
import { listen } from 'src/lib/live/listen'

import type { Author } from './enqueueMessage'
import { sendMessage } from './sendMessage'

let twilio: TwilioServer

beforeAll(async () => {
  twilio = await startTwilioServer()
})

afterAll(() => twilio.close())

beforeEach(async () => {
  twilio.calls.length = 0
  twilio.answers.length = 0
  await emptyDatabase()
})

const somebody = async (email = 'maya@example.com'): Promise<Author> => {
  await createUser({ email, role: 'AGENT' })
  const { id } = await db.user.findUniqueOrThrow({ where: { email } })
  return { sentById: id }
}

const hello = { to: '+1 (415) 555-0100', body: ' Hello 👋 ' }

describe('a message that is sent', () => {
  it('answers with what Twilio said, and stands in its conversation', async () => {
    const author = await somebody()
    const message = await sendMessage(hello, author)
    expect(message).toMatchObject({
      ...author,
      sid: expect.stringMatching(/^SM/),
      status: 'QUEUED',
      direction: 'OUTBOUND',
      channel: 'SMS',
      from: OURS,
      to: CUSTOMER,
      body: ' Hello 👋 ',
    })
    expect(await conversationWith(CUSTOMER)).toMatchObject({
      messageCount: 1,
      unreadCount: 0,
      lastMessageId: message.id,
      lastMessageAt: message.createdAt,
    })
    expect(twilio.calls).toHaveLength(1)
  })

  it('is in the database, with a job that looks after it, before Twilio hears of it', async () => {
    let committed: unknown[] = []
    let jobs: unknown[] = []
    twilio.answers.push(async ({ params }) => {
      const id = new URL(
        params.get('StatusCallback') as string
      ).searchParams.get('message')
      // Another connection: it sees what is committed only.
      const { rows } = await pool.query(
        'SELECT status, "claimedUntil" > now() AS taken FROM "Message" WHERE id = $1',
        [id]
      )
      committed = rows
      jobs = await jobsOf({ id: id as string })
      return refused(400, 21211)
    })
    expect(await sendMessage(hello, {})).toMatchObject({
      status: 'FAILED',
      errorCode: 21211,
    })
    expect(committed).toEqual([{ status: 'PENDING', taken: true }])
    expect(jobs).toMatchObject([{ task: 'sendMessage' }])
  })

  it('goes where the conversation already is, and leaves it archived or unread as it is', async () => {
    await saveMessage({
      direction: 'INBOUND',
      conversation: { status: 'ARCHIVED', unreadCount: 2 },
    })
    await sendMessage(hello, {})
    expect(await db.conversation.count()).toEqual(1)
    expect(await conversationWith(CUSTOMER)).toMatchObject({
      messageCount: 2,
      status: 'ARCHIVED',
      unreadCount: 2,
    })
  })

  it('is told to every screen: first that it is there, then that it has moved', async () => {
    const events = firstOf(2, listen(['messageAdded', 'messageStatusChanged']))
    await sendMessage(hello, {})
    expect((await events).map(({ kind }) => kind)).toEqual([
      'messageAdded',
      'messageStatusChanged',
    ])
  })

  it.each([
    [
      'Twilio refuses our credentials',
      refused(401, 20003),
      { status: 'FAILED', errorCode: 20003 },
    ],
    [
      'Twilio is busy',
      refused(429, 20429),
      { status: 'PENDING', errorCode: null },
    ],
    [
      'Twilio breaks',
      refused(500, 20500),
      { status: 'UNCONFIRMED', errorCode: null },
    ],
    [
      'the connection breaks',
      'reset' as const,
      { status: 'UNCONFIRMED', errorCode: null },
    ],
  ])('is a row all the same when %s', async (_what, answer, expected) => {
    twilio.answers.push(answer)
    expect(await sendMessage(hello, {})).toMatchObject(expected)
    expect(twilio.calls).toHaveLength(1)
  })

  it('waits here for its time, and Twilio hears nothing', async () => {
    const sendAt = new Date(Date.now() + 3_600_000)
    const message = await sendMessage({ ...hello, sendAt }, {})
    expect(message).toMatchObject({ status: 'SCHEDULED', sendAt, sid: null })
    expect(twilio.calls).toHaveLength(0)
    const [{ task, runAt }] = await jobsOf(message)
    expect(task).toEqual('sendMessage')
    // Not before its time, and hardly after.
    const late = runAt.getTime() - sendAt.getTime()
    expect(late).toBeGreaterThanOrEqual(0)
    expect(late).toBeLessThanOrEqual(2_000)
  })

  it('goes through the Messaging Service where that is the sender', async () => {
    const service = 'MG0123456789abcdef0123456789abcdef'
    jest.replaceProperty(config.twilio, 'messagingServiceSid', service)
    await sendMessage(hello, {})
    const [{ params }] = twilio.calls
    expect(params.get('MessagingServiceSid')).toEqual(service)
    expect(params.has('From')).toEqual(false)
    expect(await conversationWith(CUSTOMER)).toMatchObject({
      senderAddress: service,
    })
  })

  it('to one number, from many at once, is many messages in one conversation in one order', async () => {
    await Promise.all(
      Array.from({ length: 30 }, (_, n) =>
        sendMessage({ to: CUSTOMER, body: `${n}` }, {})
      )
    )
    const conversation = await conversationWith(CUSTOMER)
    expect(conversation.messageCount).toEqual(30)
    expect(twilio.calls).toHaveLength(30)
    const times = conversation.messages.map(({ createdAt }) =>
      createdAt.getTime()
    )
    expect(new Set(times).size).toEqual(30)
  })
})

describe('what must not become a message', () => {
  it.each([
    ['no number', { to: '12', body: 'Hello' }],
    ['no text', { to: CUSTOMER, body: '  ' }],
    ['too long a text', { to: CUSTOMER, body: 'a'.repeat(1601) }],
    ['to ourselves', { to: OURS, body: 'Hello' }],
    [
      'a time that has passed',
      { to: CUSTOMER, body: 'Hello', sendAt: new Date(0) },
    ],
  ])('%s', async (_what, input) => {
    await expect(sendMessage(input, {})).rejects.toMatchObject({
      extensions: { code: 'BAD_USER_INPUT' },
    })
    expect(await db.message.count()).toEqual(0)
    expect(twilio.calls).toHaveLength(0)
  })

  it('anything to a contact that has opted out', async () => {
    await saveMessage()
    await db.conversation.updateMany({ data: { optedOutAt: new Date() } })
    await expect(sendMessage(hello, {})).rejects.toMatchObject({
      extensions: { code: 'OPTED_OUT' },
    })
    expect(await db.message.count()).toEqual(1)
    expect(twilio.calls).toHaveLength(0)
  })
})

describe('an idempotency key', () => {
  it('makes one message of twenty at once', async () => {
    const author = await somebody()
    const sent = await Promise.all(
      Array.from({ length: 20 }, () => sendMessage(hello, author, 'order-17'))
    )
    expect(new Set(sent.map(({ id }) => id)).size).toEqual(1)
    expect(await db.message.count()).toEqual(1)
    expect(twilio.calls).toHaveLength(1)
    expect(await conversationWith(CUSTOMER)).toMatchObject({ messageCount: 1 })
  })

  it('answers later with how the message fares then', async () => {
    const author = await somebody()
    const { id } = await sendMessage(hello, author, 'order-17')
    await db.message.update({ where: { id }, data: { status: 'DELIVERED' } })
    expect(await sendMessage(hello, author, 'order-17')).toMatchObject({
      id,
      status: 'DELIVERED',
    })
  })

  it('answers with the message also when the contact has opted out since', async () => {
    const author = await somebody()
    const { id } = await sendMessage(hello, author, 'order-17')
    await db.conversation.updateMany({ data: { optedOutAt: new Date() } })
    expect(await sendMessage(hello, author, 'order-17')).toMatchObject({ id })
    await expect(sendMessage(hello, author, 'order-18')).rejects.toMatchObject({
      extensions: { code: 'OPTED_OUT' },
    })
    expect(await db.message.count()).toEqual(1)
  })

  it('is its author’s own', async () => {
    const [maya, jonas] = [
      await somebody(),
      await somebody('jonas@example.com'),
    ]
    const one = await sendMessage(hello, maya, 'order-17')
    const other = await sendMessage(hello, jonas, 'order-17')
    expect(one.id).not.toEqual(other.id)
    expect(twilio.calls).toHaveLength(2)
  })

  const noon = () => new Date(Date.now() + 3_600_000)

  it('means the same send in all that was asked', async () => {
    const author = await somebody()
    const sendAt = noon()
    const full = {
      ...hello,
      from: OURS,
      sendAt,
      validityPeriod: 60,
    }
    const { id } = await sendMessage(full, author, 'order-17')
    const again = { ...full, to: CUSTOMER, sendAt: new Date(sendAt) }
    expect((await sendMessage(again, author, 'order-17')).id).toEqual(id)
    expect(await db.message.count()).toEqual(1)
  })

  it('means the same send also when a Messaging Service has chosen the sender', async () => {
    const author = await somebody()
    const from = 'MG0123456789abcdef0123456789abcdef'
    twilio.answers.push(created({ status: 'accepted', from: '+15005550009' }))
    const { id } = await sendMessage({ ...hello, from }, author, 'order-17')
    expect((await findMessage(id)).from).toEqual('+15005550009')
    const again = await sendMessage({ ...hello, from }, author, 'order-17')
    expect(again.id).toEqual(id)
    expect(twilio.calls).toHaveLength(1)
  })

  it('means the same send also when its time has passed', async () => {
    const author = await somebody()
    const sendAt = noon()
    const { id } = await sendMessage({ ...hello, sendAt }, author, 'order-17')
    const hour = 3_600_000
    const past = new Date(sendAt.getTime() - 2 * hour)
    await db.message.update({
      where: { id },
      data: { sendAt: past, createdAt: new Date(past.getTime() - hour) },
    })
    expect(
      await sendMessage({ ...hello, sendAt: past }, author, 'order-17')
    ).toMatchObject({ id })
    await expect(
      sendMessage({ ...hello, sendAt: past }, author, 'order-18')
    ).rejects.toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } })
  })

  it.each<[string, () => object]>([
    ['another text', () => ({ body: 'Goodbye' })],
    ['another recipient', () => ({ to: newNumber() })],
    ['another sender', () => ({ from: '+15005550007' })],
    ['another channel', () => ({ to: `whatsapp:${CUSTOMER}` })],
    ['a time', () => ({ sendAt: noon() })],
    ['a validity period', () => ({ validityPeriod: 60 })],
  ])('is a mistake with %s', async (_what, change) => {
    const author = await somebody()
    await sendMessage(hello, author, 'order-17')
    await expect(
      sendMessage({ ...hello, ...change() }, author, 'order-17')
    ).rejects.toMatchObject({
      extensions: { code: 'BAD_USER_INPUT' },
      message: expect.stringMatching(/key was used/),
    })
    expect(await db.message.count()).toEqual(1)
    expect(await db.contact.count()).toEqual(1)
    expect(await db.conversation.count()).toEqual(1)
    expect(twilio.calls).toHaveLength(1)
  })

  it('is a mistake with other attachments', async () => {
    const author = await somebody()
    const { id } = await sendMessage(hello, author, 'order-17')
    await db.media.create({
      data: { messageId: id, position: 0, url: 'https://example.com/a.png' },
    })
    await expect(sendMessage(hello, author, 'order-17')).rejects.toMatchObject({
      extensions: { code: 'BAD_USER_INPUT' },
    })
  })

  it('is none when it is empty, and has 200 characters at most', async () => {
    const author = await somebody()
    await sendMessage(hello, author, '')
    await sendMessage(hello, author, '')
    await sendMessage(hello, author, 'k'.repeat(200))
    expect(await db.message.count()).toEqual(3)
    await expect(
      sendMessage(hello, author, 'k'.repeat(201))
    ).rejects.toMatchObject({
      extensions: { code: 'BAD_USER_INPUT' },
    })
  })
})
