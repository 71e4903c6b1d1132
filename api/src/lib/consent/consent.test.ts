import { emptyDatabase } from 'test-support/emptyDatabase'
import { firstOf } from 'test-support/firstOf'
import { jobsOf } from 'test-support/jobs'
import {
  conversationWith,
  CUSTOMER,
  findMessage,
  newSid,
  OURS,
  saveMessage,
} from 'test-support/messages'
import {
  refused,
  startTwilioServer,
  type TwilioServer,
} from 'test-support/twilioServer'

import { db } from 'src/lib/db'
import { parseInboundMessage } from 'src/lib/inbound/parseInboundMessage'
import { parseStatusCallback } from 'src/lib/inbound/parseStatusCallback'
import { recordInboundMessage } from 'src/lib/inbound/recordInboundMessage'
import { recordStatusReport } from 'src/lib/inbound/recordStatusReport'
import { listen } from 'src/lib/live/listen'
import { dispatch } from 'src/lib/outbound/dispatch'
import { sendMessage } from 'src/lib/outbound/sendMessage'

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

/** The customer writes to us. */
const receive = (Body: string, params: Record<string, string> = {}) =>
  recordInboundMessage(
    parseInboundMessage({
      MessageSid: newSid(),
      From: CUSTOMER,
      To: OURS,
      Body,
      ...params,
    })
  )

const write = (to = CUSTOMER) => sendMessage({ to, body: 'Hello' }, {})

const OPTED_OUT = { extensions: { code: 'OPTED_OUT' } }

/** What is known of the customer's consent, and how it came to be known. */
const consent = async (address = CUSTOMER) => {
  const { id, optedOutAt, optOutSource } = await conversationWith(address)
  const ledger = await db.consentEvent.findMany({
    where: { conversationId: id },
    orderBy: { at: 'asc' },
  })
  return {
    allowed: optedOutAt === null,
    source: optOutSource,
    ledger: ledger.map(({ allowed, source }) => `${source} ${allowed}`),
  }
}

const ASKED = { allowed: true, source: null, ledger: [] }

describe('the contact’s own words', () => {
  it.each([
    'STOP',
    'stop',
    ' Stop\n',
    'STOPALL',
    'UNSUBSCRIBE',
    'CANCEL',
    'END',
    'QUIT',
    'REVOKE',
    'OPTOUT',
  ])(
    '"%s" opts out: nobody is written to, and Twilio is not asked',
    async (word) => {
      await receive(word)
      expect(await consent()).toEqual({
        allowed: false,
        source: 'KEYWORD',
        ledger: ['KEYWORD false'],
      })
      await expect(write()).rejects.toMatchObject(OPTED_OUT)
      expect(
        await db.message.count({ where: { direction: 'OUTBOUND' } })
      ).toEqual(0)
      expect(twilio.calls).toHaveLength(0)
    }
  )

  it.each(['START', 'unstop', 'Yes'])('"%s" opts in again', async (word) => {
    await receive('STOP')
    await receive(word)
    expect(await consent()).toEqual({
      allowed: true,
      source: null,
      ledger: ['KEYWORD false', 'KEYWORD true'],
    })
    expect(await write()).toMatchObject({ status: 'QUEUED' })
  })

  it.each(['Please stop', 'STOP it', 'help me', 'stopp', ''])(
    '"%s" says nothing of it',
    async (body) => {
      await receive(body)
      expect(await consent()).toEqual(ASKED)
      expect(await write()).toMatchObject({ status: 'QUEUED' })
    }
  )

  it('are written into the ledger once for each message, however often it comes', async () => {
    const MessageSid = newSid()
    await Promise.all(
      Array.from({ length: 5 }, () => receive('STOP', { MessageSid }))
    )
    expect((await consent()).ledger).toEqual(['KEYWORD false'])
  })

  it('are written into the ledger also where they change nothing, but for a mere yes', async () => {
    await receive('START')
    await receive('Yes')
    await receive('Subscribe me', { OptOutType: 'start' })
    await receive('STOP')
    await receive('STOP')
    await receive('YES')
    await receive('YES')
    expect(await consent()).toEqual({
      allowed: true,
      source: null,
      ledger: [
        'KEYWORD true',
        'OPT_OUT_TYPE true',
        'KEYWORD false',
        'KEYWORD false',
        'KEYWORD true',
      ],
    })
  })

  it.each(['__proto__', 'constructor', 'MAYBE'])(
    'are not what a type of Twilio’s is that nobody knows: %s',
    async (OptOutType) => {
      await receive('Hello', { OptOutType })
      expect(await consent()).toEqual(ASKED)
    }
  )

  it('count between this contact and this address of ours', async () => {
    await receive('STOP')
    expect(
      await sendMessage(
        { to: CUSTOMER, body: 'Hello', from: '+15005550007' },
        {}
      )
    ).toMatchObject({ status: 'QUEUED' })
    expect(await write('+14155550101')).toMatchObject({ status: 'QUEUED' })
    await expect(write()).rejects.toMatchObject(OPTED_OUT)
  })

  it('are told to every screen: the conversation has changed', async () => {
    const events = firstOf(1, listen(['conversationChanged']))
    await receive('STOP')
    expect(await events).toMatchObject([{ isNew: true }])
  })
})

describe('Advanced Opt-Out', () => {
  it('decides, whatever the words are', async () => {
    await receive('BASTA', { OptOutType: 'STOP' })
    expect(await consent()).toEqual({
      allowed: false,
      source: 'OPT_OUT_TYPE',
      ledger: ['OPT_OUT_TYPE false'],
    })
    await expect(write()).rejects.toMatchObject(OPTED_OUT)

    await receive('OKAY', { OptOutType: 'START' })
    expect(await consent()).toEqual({
      allowed: true,
      source: null,
      ledger: ['OPT_OUT_TYPE false', 'OPT_OUT_TYPE true'],
    })
    expect(await write()).toMatchObject({ status: 'QUEUED' })
  })

  it('tells a request for help, which changes nothing', async () => {
    await receive('AIDE', { OptOutType: 'HELP' })
    expect(await consent()).toEqual({
      ...ASKED,
      ledger: ['OPT_OUT_TYPE null'],
    })
    expect(await write()).toMatchObject({ status: 'QUEUED' })
  })
})

it.each(['HELP', 'info'])('"%s" asks for help, each time', async (word) => {
  await receive(word)
  await receive(word)
  expect(await consent()).toEqual({
    ...ASKED,
    ledger: ['KEYWORD null', 'KEYWORD null'],
  })
})

it('the ledger has the word, and the message that it came in', async () => {
  for (const word of ['stop', 'Start', 'HELP']) {
    const sid = newSid()
    await receive(word, { MessageSid: sid })
    const { id } = await db.message.findUniqueOrThrow({ where: { sid } })
    expect(
      await db.consentEvent.findFirst({ where: { messageId: id } })
    ).toMatchObject({ word: word.toUpperCase() })
  }
  await receive('Basta ya', { OptOutType: 'STOP' })
  expect(
    await db.consentEvent.findFirst({ orderBy: { at: 'desc' } })
  ).toMatchObject({ word: 'Basta ya', allowed: false })
})

describe('Twilio’s refusal (21610)', () => {
  const KNOWN = {
    allowed: false,
    source: 'REFUSAL',
    ledger: ['REFUSAL false'],
  }

  it('is learned from the answer to a create', async () => {
    twilio.answers.push(refused(400, 21610))
    expect(await write()).toMatchObject({ status: 'FAILED', errorCode: 21610 })
    expect(await consent()).toEqual(KNOWN)
    await expect(write()).rejects.toMatchObject(OPTED_OUT)
    expect(twilio.calls).toHaveLength(1)
  })

  it('is learned from a callback that comes late, and told to every screen', async () => {
    const { id, sid, conversationId } = await saveMessage({
      status: 'SENT',
      sid: newSid(),
    })
    const changed = firstOf(1, listen(['conversationChanged']))
    const report = parseStatusCallback(
      {
        MessageSid: sid as string,
        MessageStatus: 'undelivered',
        ErrorCode: '21610',
      },
      id
    )
    await recordStatusReport(report)
    expect(await changed).toMatchObject([{ conversationId }])
    await recordStatusReport(report)
    expect(await consent()).toEqual(KNOWN)
    await expect(write()).rejects.toMatchObject(OPTED_OUT)
    expect(twilio.calls).toHaveLength(0)
  })

  it('is taken back by the contact', async () => {
    twilio.answers.push(refused(400, 21610))
    await write()
    await receive('START')
    expect(await consent()).toEqual({
      allowed: true,
      source: null,
      ledger: ['REFUSAL false', 'KEYWORD true'],
    })
    expect(await write()).toMatchObject({ status: 'QUEUED' })
  })

  it.each([21211, 30003, 20003])('is no other one: %i', async (code) => {
    twilio.answers.push(refused(400, code))
    await write()
    expect(await consent()).toEqual(ASKED)
  })
})

it('what waits when an opt-out comes is not sent after it, and Twilio is not asked', async () => {
  twilio.answers.push(refused(429, 20429))
  const { id } = await write()
  await receive('STOP')
  await dispatch(id)
  expect(await findMessage(id)).toMatchObject({
    status: 'FAILED',
    errorCode: 21610,
    claimedUntil: null,
  })
  expect(await jobsOf({ id })).toEqual([])
  expect(twilio.calls).toHaveLength(1)
  // Known already, and better.
  expect(await consent()).toMatchObject({
    source: 'KEYWORD',
    ledger: ['KEYWORD false'],
  })
})
