import { emptyDatabase } from 'test-support/emptyDatabase'
import {
  conversationWith,
  CUSTOMER,
  newNumber,
  newSid,
  OURS,
  saveMessage,
} from 'test-support/messages'
import { signedBody, twilioRequest } from 'test-support/twilioRequest'
import { whileBlocked } from 'test-support/whileBlocked'

import { config } from 'src/lib/config/config'
import { pool } from 'src/lib/database/pool'
import { db } from 'src/lib/db'

import { handler } from './twilioMessage'

type Options = Parameters<typeof twilioRequest>[2]

/** An SMS as Twilio really posts it. */
const sms = (fields: Record<string, string | string[]> = {}) => {
  const sid = (fields.MessageSid as string) ?? newSid()
  return {
    ToCountry: 'US',
    ToState: 'CA',
    SmsMessageSid: sid,
    NumMedia: '0',
    ToCity: '',
    FromZip: '',
    SmsSid: sid,
    SmsStatus: 'received',
    Body: 'Hello',
    To: OURS,
    NumSegments: '1',
    MessageSid: sid,
    AccountSid: config.twilio.accountSid,
    From: CUSTOMER,
    ApiVersion: '2010-04-01',
    ...fields,
  }
}

const receive = (
  fields?: Record<string, string | string[]>,
  options?: Options
) => handler(twilioRequest('twilioMessage', sms(fields), options))

const SILENCE = {
  statusCode: 200,
  headers: { 'Content-Type': 'text/xml; charset=utf-8' },
  body: '<?xml version="1.0" encoding="UTF-8"?><Response/>',
}

beforeEach(emptyDatabase)

describe('an inbound message', () => {
  scenario(
    'is answered with silence in TwiML, and is in its conversation then',
    async () => {
      const params = sms({ Body: 'Is it ready?' })
      expect(await handler(twilioRequest('twilioMessage', params))).toEqual(
        SILENCE
      )
      const conversation = await conversationWith(CUSTOMER)
      expect(conversation).toMatchObject({
        channel: 'SMS',
        senderAddress: OURS,
        status: 'OPEN',
        unreadCount: 1,
        messageCount: 1,
        messages: [
          {
            sid: params.MessageSid,
            direction: 'INBOUND',
            status: 'RECEIVED',
            from: CUSTOMER,
            to: OURS,
            body: 'Is it ready?',
            numSegments: 1,
            params,
          },
        ],
      })
      expect(conversation.lastMessageId).toEqual(conversation.messages[0].id)
      expect(conversation.lastMessageAt).toEqual(
        conversation.messages[0].createdAt
      )
    }
  )

  scenario('is one row, however often it is posted at once', async () => {
    const MessageSid = newSid()
    const responses = await Promise.all(
      Array.from({ length: 20 }, () => receive({ MessageSid }))
    )
    expect(responses).toEqual(Array(20).fill(SILENCE))
    expect(await conversationWith(CUSTOMER)).toMatchObject({
      messageCount: 1,
      unreadCount: 1,
      messages: [{ sid: MessageSid }],
    })
  })

  scenario(
    'of somebody new meets forty-nine others: one contact, one conversation, one order',
    async () => {
      const from = newNumber()
      const responses = await Promise.all(
        Array.from({ length: 50 }, (_, n) =>
          receive({ From: from, Body: String(n) })
        )
      )
      expect(responses).toEqual(Array(50).fill(SILENCE))
      expect(await db.contact.count()).toEqual(1)
      expect(await db.conversation.count()).toEqual(1)
      const conversation = await conversationWith(from)
      expect(conversation).toMatchObject({ messageCount: 50, unreadCount: 50 })
      const times = conversation.messages.map(({ createdAt }) =>
        createdAt.getTime()
      )
      expect(new Set(times).size).toEqual(50)
      expect(conversation.lastMessageAt.getTime()).toEqual(Math.max(...times))
      expect(conversation.lastMessageId).toEqual(conversation.messages[49].id)
    }
  )

  it.each([
    ['emoji', '👋🏽👨‍👩‍👧‍👦 ☎️'],
    ['from right to left', 'مرحبا بالعالم\u200f'],
    ['markup', '<b>&amp;</b> <script>alert(1)</script> &lt;'],
    ['blanks and lines', '  two\r\nlines \n\t '],
    ['a plus and a percent sign', '1+1=2, 100%'],
    ['quotes', `it's "quoted" \\ back`],
    ['what no normal form has', 'e\u0301 ﬁ Å'],
    ['nothing', ''],
  ])('is kept to the letter: %s', async (_what, Body) => {
    const from = newNumber()
    expect(await receive({ From: from, Body })).toEqual(SILENCE)
    expect((await conversationWith(from)).messages[0].body).toEqual(Body)
  })

  scenario('loses its NUL bytes only', async () => {
    expect(await receive({ Body: '\0a\0b ' })).toEqual(SILENCE)
    expect((await conversationWith(CUSTOMER)).messages[0].body).toEqual('ab ')
  })

  scenario(
    'over WhatsApp has a conversation of its own, without prefixes',
    async () => {
      await receive()
      await receive({
        From: `whatsapp:${CUSTOMER}`,
        To: `whatsapp:${OURS}`,
        ProfileName: 'Maya',
        WaId: '14155550100',
      })
      expect(await db.contact.count()).toEqual(1)
      expect(await conversationWith(CUSTOMER, 'WHATSAPP')).toMatchObject({
        senderAddress: OURS,
        messages: [{ from: CUSTOMER, to: OURS, channel: 'WHATSAPP' }],
      })
      expect(await conversationWith(CUSTOMER, 'SMS')).toMatchObject({
        messageCount: 1,
      })
    }
  )

  scenario('to another of our numbers is another conversation', async () => {
    await receive()
    await receive({ To: '+15005550007' })
    expect(await db.contact.count()).toEqual(1)
    expect(await db.conversation.count()).toEqual(2)
  })

  scenario('opens an archived conversation again', async () => {
    await saveMessage({ conversation: { status: 'ARCHIVED' } })
    await receive()
    expect(await conversationWith(CUSTOMER)).toMatchObject({
      status: 'OPEN',
      unreadCount: 1,
      messageCount: 2,
    })
  })

  scenario(
    'comes after all that was there, also where clocks were ahead',
    async () => {
      const earlier = await saveMessage()
      const ahead = new Date(Date.now() + 60_000)
      await db.conversation.update({
        where: { id: earlier.conversationId },
        data: { lastMessageAt: ahead },
      })
      await receive()
      const { messages } = await conversationWith(CUSTOMER)
      expect(messages[1].createdAt.getTime()).toBeGreaterThan(ahead.getTime())
    }
  )

  scenario('brings its pictures, in order', async () => {
    await receive({
      MessageSid: newSid('MM'),
      NumMedia: '2',
      Body: '',
      MediaUrl0: 'https://api.twilio.com/2010-04-01/a',
      MediaContentType0: 'image/jpeg',
      MediaUrl1: 'https://api.twilio.com/2010-04-01/b',
      MediaContentType1: 'image/png',
    })
    expect(
      await db.media.findMany({ orderBy: { position: 'asc' } })
    ).toMatchObject([
      {
        position: 0,
        url: 'https://api.twilio.com/2010-04-01/a',
        contentType: 'image/jpeg',
        size: null,
      },
      {
        position: 1,
        url: 'https://api.twilio.com/2010-04-01/b',
        contentType: 'image/png',
        size: null,
      },
    ])
  })

  describe('to a number of a Messaging Service', () => {
    const MessagingServiceSid = 'MG0123456789abcdef0123456789abcdef'

    scenario('goes to the number, where the two never spoke', async () => {
      await receive({ MessagingServiceSid })
      expect(await conversationWith(CUSTOMER)).toMatchObject({
        senderAddress: OURS,
      })
    })

    scenario('goes where the two last spoke', async () => {
      const { conversationId } = await saveMessage()
      await db.conversation.update({
        where: { id: conversationId },
        data: { senderAddress: MessagingServiceSid },
      })
      await receive({ MessagingServiceSid })
      expect(await db.conversation.findMany()).toMatchObject([
        { senderAddress: MessagingServiceSid, messageCount: 2 },
      ])
    })
  })
})

describe('many at once', () => {
  const statuses = async (answers: ReturnType<typeof receive>[]) =>
    new Set((await Promise.all(answers)).map(({ statusCode }) => statusCode))

  it.each<[string, Record<string, string>]>([
    ['a number', {}],
    [
      'a Messaging Service',
      { MessagingServiceSid: 'MG0123456789abcdef0123456789abcdef' },
    ],
  ])(
    'to %s, from three hundred numbers, are all taken, however long the database takes: they share few connections',
    async (_what, fields) => {
      const client = await pool.connect()
      await client.query('BEGIN')
      await client.query('LOCK TABLE "Contact" IN ACCESS EXCLUSIVE MODE')
      const numbers = Array.from({ length: 300 }, newNumber)
      const answers = statuses(
        numbers.map((From) => receive({ From, ...fields }))
      )
      const { done } = await whileBlocked(answers)
      // Whoever waits for a connection gives up after five seconds, and is told to come again.
      expect(pool.waitingCount).toEqual(0)
      await client.query('ROLLBACK')
      client.release()
      expect(await done).toEqual(new Set([200]))
      const contacts = await db.contact.findMany()
      expect(contacts.map(({ address }) => address).sort()).toEqual(
        numbers.sort()
      )
      expect(await db.message.count()).toEqual(300)
    }
  )

  it('from one number that was never heard of are one conversation', async () => {
    const answers = Array.from({ length: 50 }, () => receive())
    expect(await statuses(answers)).toEqual(new Set([200]))
    expect(await db.conversation.findMany()).toMatchObject([
      { messageCount: 50, unreadCount: 50 },
    ])
    const { messages } = await conversationWith(CUSTOMER)
    const times = messages.map(({ createdAt }) => createdAt.getTime())
    expect(new Set(times).size).toEqual(50)
  })
})

describe('who may call', () => {
  it.each<[string, number, Options]>([
    ['nobody signed it', 403, { tamper: { signature: null } }],
    ['it was signed with another token', 403, { token: 'f'.repeat(32) }],
    ['a query was added', 403, { tamper: { url: '/twilioMessage?x=1' } }],
    ['it is a GET', 405, { method: 'GET' }],
    ['it is too large', 413, { tamper: { body: 'x'.repeat(65_537) } }],
  ])('is nobody, where %s: %i', async (_why, statusCode, options) => {
    expect(await receive({ From: newNumber() }, options)).toMatchObject({
      statusCode,
    })
    expect(await db.message.count()).toEqual(0)
  })
})

describe('a signed message that makes no sense is answered 200 and kept', () => {
  const onlyEvent = async () => {
    expect(await db.message.count()).toEqual(0)
    expect(await db.conversation.count()).toEqual(0)
    const events = await db.statusEvent.findMany()
    expect(events).toHaveLength(1)
    return events[0]
  }

  scenario('without a SID', async () => {
    const params = { From: CUSTOMER, To: OURS, Body: 'Hello' }
    expect(await handler(twilioRequest('twilioMessage', params))).toEqual(
      SILENCE
    )
    expect(await onlyEvent()).toMatchObject({
      messageId: null,
      disposition: 'UNKNOWN',
      params,
    })
  })

  scenario('without a sender', async () => {
    expect(await receive({ From: '' })).toEqual(SILENCE)
    await onlyEvent()
  })

  scenario('without a recipient: nobody could answer it', async () => {
    expect(await receive({ To: '' })).toEqual(SILENCE)
    await onlyEvent()
  })

  scenario('with a channel and no address', async () => {
    expect(await receive({ From: 'whatsapp:' })).toEqual(SILENCE)
    await onlyEvent()
  })

  scenario('empty', async () => {
    expect(await handler(twilioRequest('twilioMessage', {}))).toEqual(SILENCE)
    await onlyEvent()
  })

  const random = (length: number) =>
    Array.from({ length }, () =>
      Math.floor(Math.random() * 36).toString(36)
    ).join('')

  it.each(['MessageSid', 'From', 'To', 'MessagingServiceSid'])(
    'with a huge %s',
    async (name) => {
      const huge = random(20_000)
      expect(await receive({ From: newNumber(), [name]: huge })).toEqual(
        SILENCE
      )
      expect(
        (await db.statusEvent.count()) +
          (await db.message.count({
            where: { params: { path: [name], equals: huge } },
          }))
      ).toBeGreaterThan(0)
    }
  )

  it.each([
    ['a body that is not UTF-8', 'Body=%FF%FE'],
    ['invalid percent-encoding', 'Body=100%&x=%ZZ'],
    ['repeated parameters', 'Body=a&Body=b'],
    ['strange numbers', 'Body=a&NumMedia=1e9&NumSegments=many'],
    ['more segments than a number can say', 'Body=a&NumSegments=99999999999'],
    ['half a segment', 'Body=a&NumSegments=1.5'],
    [
      'media that are not there',
      'Body=a&NumMedia=3&MediaUrl1=https%3A%2F%2Fexample.com',
    ],
    ['less than no media', 'Body=a&NumMedia=-1'],
  ])('with %s, and becomes a message all the same', async (_what, rest) => {
    const from = newNumber()
    const identity = new URLSearchParams({
      MessageSid: newSid(),
      From: from,
      To: OURS,
    })
    expect(
      await handler(signedBody('twilioMessage', `${identity}&${rest}`))
    ).toEqual(SILENCE)
    expect((await conversationWith(from)).messages).toHaveLength(1)
  })

  scenario(
    'with repeated parameters: the first is shown, all are kept',
    async () => {
      const from = newNumber()
      const params = {
        MessageSid: newSid(),
        From: from,
        To: OURS,
        Body: ['a', 'b'],
      }
      expect(await handler(twilioRequest('twilioMessage', params))).toEqual(
        SILENCE
      )
      expect((await conversationWith(from)).messages).toMatchObject([
        { body: 'a', params },
      ])
    }
  )
})
