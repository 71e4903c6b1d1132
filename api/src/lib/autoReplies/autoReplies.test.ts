import type { Prisma } from '@prisma/client'
import { emptyDatabase } from 'test-support/emptyDatabase'
import { firstOf } from 'test-support/firstOf'
import { jobsOf } from 'test-support/jobs'
import {
  conversationWith,
  CUSTOMER,
  newNumber,
  newSid,
  OURS,
  saveMessage,
} from 'test-support/messages'
import { startTwilioServer, type TwilioServer } from 'test-support/twilioServer'

import { db } from 'src/lib/db'
import { parseInboundMessage } from 'src/lib/inbound/parseInboundMessage'
import { recordInboundMessage } from 'src/lib/inbound/recordInboundMessage'
import { listen } from 'src/lib/live/listen'
import { dispatch } from 'src/lib/outbound/dispatch'

let twilio: TwilioServer
let channelId: string

beforeAll(async () => {
  twilio = await startTwilioServer()
})

afterAll(() => twilio.close())

beforeEach(async () => {
  twilio.calls.length = 0
  await emptyDatabase()
  const channel = await db.channel.create({
    data: { address: OURS, name: 'Shop', kinds: ['SMS'], isDefault: true },
  })
  channelId = channel.id
})

let position = 0

const rule = (
  condition: Prisma.AutoReplyRuleUncheckedCreateInput['condition'],
  text: string,
  more: Partial<Prisma.AutoReplyRuleUncheckedCreateInput> = {}
) =>
  db.autoReplyRule.create({
    data: {
      channelId,
      position: (position += 1),
      condition,
      text,
      kinds: ['SMS'],
      cooldownSeconds: 0,
      ...more,
    },
  })

const receive = (
  Body = 'Hello',
  params: Record<string, string> = {},
  receiving: { isLate?: boolean } = {}
) =>
  recordInboundMessage(
    parseInboundMessage({
      MessageSid: newSid(),
      From: CUSTOMER,
      To: OURS,
      Body,
      ...params,
    }),
    receiving
  )

/** What we have answered to anybody by ourselves, oldest first. */
const replies = async () => {
  const found = await db.message.findMany({
    where: { direction: 'OUTBOUND' },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  expect(found.every(({ isAutomatic }) => isAutomatic)).toEqual(true)
  return found
}
const texts = async () => (await replies()).map(({ body }) => body)

const ago = (seconds: number) => new Date(Date.now() - seconds * 1000)

const letTimePass = (seconds: number) =>
  db.$executeRaw`UPDATE "AutoReply" SET "createdAt" = "createdAt" - make_interval(secs => ${seconds})`

describe('an automatic reply', () => {
  it('is a real message, with its job, from the moment that what it answers is there', async () => {
    await rule('ALWAYS', 'Thanks for writing to {channel}.')
    const events = firstOf(2, listen(['messageAdded']))
    await receive()
    const [reply, ...others] = await replies()
    expect(others).toEqual([])
    expect(reply).toMatchObject({
      status: 'PENDING',
      from: OURS,
      to: CUSTOMER,
      body: 'Thanks for writing to Shop.',
      numSegments: 1,
      claimedUntil: null,
      attempt: 0,
    })
    const { messages } = await conversationWith(CUSTOMER)
    expect((await events).map(({ messageId }) => messageId)).toEqual(
      messages.map(({ id }) => id)
    )
    const [job, ...more] = await jobsOf(reply)
    expect([job.task, job.inSeconds <= 0, more]).toEqual([
      'sendMessage',
      true,
      [],
    ])
    await dispatch(reply.id)
    expect(twilio.calls).toHaveLength(1)
    expect((await replies())[0]).toMatchObject({ status: 'QUEUED' })
    expect(await jobsOf(reply)).toEqual([])
  })

  it('comes once, however often and at once the same webhook comes', async () => {
    await rule('ALWAYS', 'Thanks.')
    const MessageSid = newSid()
    await Promise.all(
      Array.from({ length: 20 }, () => receive('Hello', { MessageSid }))
    )
    await receive('Hello', { MessageSid })
    expect(await texts()).toEqual(['Thanks.'])
  })

  describe('to a message that is announced while it is received', () => {
    const MessageSid = newSid('MM')
    const announce = () =>
      receive('', { MessageSid, SmsStatus: 'receiving', NumMedia: '1' })

    it('waits for what it says', async () => {
      await rule('KEYWORD', 'We open at nine.', { keywords: ['hours'] })
      await rule('ALWAYS', 'Thanks.')
      await announce()
      expect(await texts()).toEqual([])
      const events = firstOf(1, listen(['messageAdded']))
      await Promise.all(
        Array.from({ length: 10 }, () => receive('Your hours?', { MessageSid }))
      )
      const [reply, ...others] = await replies()
      expect([reply.body, others]).toEqual(['We open at nine.', []])
      expect(await events).toMatchObject([{ messageId: reply.id }])
    })

    it('is that to a first message, although others came meanwhile', async () => {
      await rule('FIRST_MESSAGE', 'Welcome.')
      await announce()
      await receive('The second')
      expect(await texts()).toEqual([])
      await receive('The first', { MessageSid })
      expect(await texts()).toEqual(['Welcome.'])
    })

    it('stays away where it turns out to be STOP', async () => {
      await rule('ALWAYS', 'Thanks.')
      await announce()
      await receive('STOP', { MessageSid })
      expect(await texts()).toEqual([])
    })
  })

  it('goes where the message came from: the address, the kind', async () => {
    await rule('ALWAYS', 'Thanks.', { kinds: ['WHATSAPP'] })
    await receive()
    await receive('Hello', {
      From: `whatsapp:${CUSTOMER}`,
      To: `whatsapp:${OURS}`,
    })
    expect(await replies()).toMatchObject([
      { channel: 'WHATSAPP', from: OURS, to: CUSTOMER },
    ])
    const { messages } = await conversationWith(CUSTOMER, 'WHATSAPP')
    expect(messages).toHaveLength(2)
  })

  it('is the default channel’s where no channel has the address', async () => {
    await rule('ALWAYS', 'Thanks.')
    await receive('Hello', { To: '+15005550099' })
    expect(await replies()).toMatchObject([{ from: '+15005550099' }])
  })

  it('is the Messaging Service’s where the two last spoke through it', async () => {
    const service = `MG${'a'.repeat(32)}`
    await saveMessage({ isAutomatic: true, body: 'Hi' })
    await db.conversation.updateMany({ data: { senderAddress: service } })
    await rule('ALWAYS', 'Thanks.')
    await receive('Hello', { MessagingServiceSid: service })
    expect((await replies())[1]).toMatchObject({ messagingServiceSid: service })
  })
})

describe('the first rule that fits answers:', () => {
  it('the first message, a keyword, else always', async () => {
    await rule('FIRST_MESSAGE', 'Welcome.')
    await rule('KEYWORD', 'Here is the menu.', { keywords: ['menu'] })
    await rule('ALWAYS', 'Thanks.')
    await receive('The MENU, please')
    await receive('The menu!')
    await receive('Hm')
    expect(await texts()).toEqual(['Welcome.', 'Here is the menu.', 'Thanks.'])
  })

  it('the first of fifty that come at once from a new number, once', async () => {
    await rule('FIRST_MESSAGE', 'Welcome.')
    await Promise.all(Array.from({ length: 50 }, () => receive()))
    expect(await texts()).toEqual(['Welcome.'])
    const { messages } = await conversationWith(CUSTOMER)
    expect(messages).toHaveLength(51)
  })

  it('a conversation that we began has no first message', async () => {
    await rule('FIRST_MESSAGE', 'Welcome.')
    await saveMessage({ isAutomatic: true, body: 'We began.' })
    await receive()
    expect(await texts()).toEqual(['We began.'])
  })

  it('outside opening hours, with when they begin', async () => {
    await rule('OUTSIDE_HOURS', 'Hello {name}, we open {opensAt}.')
    await rule('ALWAYS', 'Thanks.')
    const days = [1, 2, 3, 4, 5, 6, 7]
    await db.channel.updateMany({
      data: {
        openingHours: days.map((weekday) => ({
          weekday,
          from: '00:00',
          to: '24:00',
        })),
      },
    })
    await receive()
    expect(await texts()).toEqual(['Thanks.'])
    const near = [-1, 0, 1].map((days) =>
      ago(days * 86_400)
        .toISOString()
        .slice(0, 10)
    )
    await db.channel.updateMany({ data: { holidays: near } })
    await db.contact.updateMany({ data: { name: 'Ana' } })
    await receive()
    expect((await texts())[1]).toMatch(/^Hello Ana, we open \w+day 00:00\.$/)
  })

  it('is silent for its cooldown in this conversation, and those behind it with it', async () => {
    await rule('KEYWORD', 'Menu.', { keywords: ['menu'], cooldownSeconds: 300 })
    await rule('ALWAYS', 'Thanks.')
    await receive('menu')
    await receive('menu')
    const other = newNumber()
    await receive('menu', { From: other })
    expect(await texts()).toEqual(['Menu.', 'Menu.'])
    await letTimePass(301)
    await receive('menu')
    expect(await texts()).toHaveLength(3)
  })
})

describe('nobody answers', () => {
  beforeEach(async () => {
    await rule('ALWAYS', 'Thanks.')
  })

  it.each([
    ['STOP', {}],
    ['optout', {}],
    ['START', {}],
    ['Yes', {}],
    ['HELP', {}],
    ['info', {}],
    ['Basta', { OptOutType: 'STOP' }],
    ['Aide', { OptOutType: 'HELP' }],
    ['Hello', { From: '720123' }],
    ['Hello', { From: 'MYBANK' }],
    ['Auto-reply: I am away', {}],
    ['Stop!!', {}],
    ['“STOP”', {}],
    ['STOP ALL', {}],
    ['opt-out', {}],
    ['ST\u200bOP', {}],
    ['ＳＴＯＰ', {}],
  ])('%p with %j', async (body, params) => {
    await receive(body, params)
    expect(await texts()).toEqual([])
    expect(await db.message.count()).toEqual(1)
  })

  it('and who shares no number at WhatsApp is answered like anybody else', async () => {
    await rule('ALWAYS', 'Thanks.', { kinds: ['WHATSAPP'] })
    await receive('Please do not stop here', {
      From: 'whatsapp:US.13491208655302741918',
      To: `whatsapp:${OURS}`,
    })
    expect(await replies()).toMatchObject([{ to: 'US.13491208655302741918' }])
  })

  it('who has opted out', async () => {
    await receive('STOP')
    await receive('But why?')
    expect(await texts()).toEqual([])
  })

  it('what the reconciler finds later', async () => {
    await receive('Hello', {}, { isLate: true })
    expect(await texts()).toEqual([])
  })

  it('where the rule is off', async () => {
    await db.autoReplyRule.updateMany({ data: { isEnabled: false } })
    await receive()
    expect(await texts()).toEqual([])
  })

  it('more than three times in ten minutes, over all our addresses, whatever the rules say', async () => {
    const others = ['+15005550007', '+15005550008', '+15005550009']
    await Promise.all(
      [OURS, ...others].flatMap((To) => [
        receive('Hello', { To }),
        receive('Hello', { To }),
      ])
    )
    expect(await texts()).toHaveLength(3)
    await receive('Hello', { From: newNumber() })
    expect(await texts()).toHaveLength(4)
    await letTimePass(601)
    await receive()
    expect(await texts()).toHaveLength(5)
  })
})

it('what a name says is only a name', async () => {
  await rule('ALWAYS', 'Hello {name}.')
  await receive()
  await db.contact.updateMany({ data: { name: `{channel} ${'x'.repeat(99)}` } })
  await receive()
  const [nameless, named] = await texts()
  expect(nameless).toEqual('Hello.')
  expect(named).toEqual(`Hello {channel} ${'x'.repeat(50)}.`)
})
