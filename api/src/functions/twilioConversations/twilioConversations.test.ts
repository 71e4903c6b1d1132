import { emptyDatabase } from 'test-support/emptyDatabase'
import { entriesOf } from 'test-support/entries'
import { firstOf } from 'test-support/firstOf'
import { CUSTOMER, newSid, OURS, timelineOf } from 'test-support/messages'
import { twilioRequest } from 'test-support/twilioRequest'

import { config } from 'src/lib/config/config'
import { pool } from 'src/lib/database/pool'
import { db } from 'src/lib/db'
import { listen } from 'src/lib/live/listen'

import { handler } from './twilioConversations'

type Fields = Record<string, string>

const SERVICE = 'IS0123456789abcdef0123456789abcdef'
const DONE = { statusCode: 200 }

let chat: string

beforeEach(async () => {
  await emptyDatabase()
  chat = newSid('CH')
})

/** The second `n` of the story that an event tells. */
const at = (n: number) =>
  new Date(Date.UTC(2026, 7, 11, 13, 0, n)).toISOString()

const event = (EventType: string, fields: Fields = {}): Fields => ({
  AccountSid: config.twilio.accountSid,
  EventType,
  RetryCount: '0',
  ChatServiceSid: SERVICE,
  ConversationSid: chat,
  ...fields,
})

const added = (fields: Fields = {}) =>
  event('onConversationAdded', {
    DateCreated: at(0),
    DateUpdated: at(0),
    FriendlyName: 'Order 7',
    Attributes: '{}',
    State: 'active',
    Source: 'API',
    ...fields,
  })

/** As it was seen from Twilio for an SMS of a participant. */
const message = (fields: Fields = {}, type = 'onMessageAdded') =>
  event(type, {
    MessageSid: newSid('IM'),
    Index: '0',
    DateCreated: at(1),
    Body: 'Is it ready?',
    Author: CUSTOMER,
    ParticipantSid: 'MB1',
    Attributes: '{}',
    Source: 'SMS',
    ...fields,
  })

const participant = (fields: Fields = {}, type = 'onParticipantAdded') =>
  event(type, {
    ParticipantSid: 'MB1',
    DateCreated: at(0),
    RoleSid: 'RL1',
    Attributes: '{}',
    'MessagingBinding.Address': CUSTOMER,
    'MessagingBinding.ProxyAddress': OURS,
    'MessagingBinding.Type': 'SMS',
    Source: 'API',
    ...fields,
  })

const receive = (
  fields: Fields,
  options?: Parameters<typeof twilioRequest>[2]
) => handler(twilioRequest('twilioConversations', fields, options))

const receiveAll = async (...events: Fields[]) => {
  for (const each of events) {
    expect(await receive(each)).toEqual(DONE)
  }
}

const shown = () =>
  db.conversation.findFirstOrThrow({
    where: { contact: { address: chat } },
    include: {
      contact: true,
      twilio: true,
      participants: { orderBy: { sid: 'asc' } },
      messages: { orderBy: { createdAt: 'asc' }, include: { media: true } },
    },
  })

const dispositions = async () =>
  (await db.conversationEvent.findMany({ orderBy: { id: 'asc' } })).map(
    ({ disposition }) => disposition
  )

describe('a Twilio conversation', () => {
  scenario('is a conversation of ours, with its name and state', async () => {
    await receiveAll(added())
    expect(await shown()).toMatchObject({
      channel: 'CHAT',
      senderAddress: SERVICE,
      status: 'OPEN',
      contact: { name: 'Order 7' },
      twilio: { sid: chat, state: 'ACTIVE', friendlyName: 'Order 7' },
    })
  })

  scenario('is made by a message that comes before it', async () => {
    const first = message()
    await receiveAll(first)
    expect(await shown()).toMatchObject({
      unreadCount: 1,
      messageCount: 1,
      messages: [
        {
          sid: first.MessageSid,
          direction: 'INBOUND',
          status: 'RECEIVED',
          author: CUSTOMER,
          chatIndex: 0,
          body: 'Is it ready?',
        },
      ],
    })
    await receiveAll(added())
    expect(await db.conversation.count()).toEqual(1)
    expect((await shown()).contact.name).toEqual('Order 7')
  })

  scenario('keeps the newer name, whichever comes first', async () => {
    const renamed = event('onConversationUpdated', {
      DateCreated: at(0),
      DateUpdated: at(5),
      FriendlyName: 'Order 8',
      State: 'active',
    })
    await receiveAll(renamed, added())
    expect((await shown()).contact.name).toEqual('Order 8')
    expect(await dispositions()).toEqual(['APPLIED', 'STALE'])
  })

  scenario('keeps the name that an operator gave it', async () => {
    await receiveAll(added())
    await db.contact.updateMany({ data: { name: 'The big one' } })
    await receiveAll(
      event('onConversationUpdated', {
        DateUpdated: at(5),
        FriendlyName: 'Order 8',
      })
    )
    const { contact, twilio } = await shown()
    expect(contact.name).toEqual('The big one')
    expect(twilio?.friendlyName).toEqual('Order 8')
  })

  scenario('without a name is called by those who take part', async () => {
    await receiveAll(
      added({ FriendlyName: '' }),
      participant(),
      participant({
        ParticipantSid: 'MB2',
        Identity: 'ada',
        DateCreated: at(1),
        'MessagingBinding.Address': '',
        'MessagingBinding.ProxyAddress': '',
        'MessagingBinding.Type': 'CHAT',
      })
    )
    expect((await shown()).contact.name).toEqual('+1 415 555 0100, ada')
  })

  scenario('that is closed stays closed', async () => {
    const to = (StateTo: string, n: number) =>
      event('onConversationStateUpdated', {
        StateUpdated: at(n),
        StateFrom: 'active',
        StateTo,
        Reason: 'TIMER',
      })
    await receiveAll(to('inactive', 4), added())
    expect((await shown()).twilio?.state).toEqual('INACTIVE')
    await receiveAll(to('closed', 5), to('active', 6))
    expect((await shown()).twilio?.state).toEqual('CLOSED')
  })

  scenario('that was removed keeps its messages, and says so', async () => {
    await receiveAll(
      message(),
      event('onConversationRemoved', {
        DateCreated: at(0),
        DateUpdated: at(8),
        DateRemoved: at(8),
        State: 'active',
      }),
      added()
    )
    const { twilio, messages } = await shown()
    expect(twilio?.removedAt).toEqual(new Date(at(8)))
    expect(messages).toHaveLength(1)
  })
})

describe('who takes part', () => {
  scenario('is kept, and who has left has left', async () => {
    const left = participant(
      { DateUpdated: at(6), DateRemoved: at(6) },
      'onParticipantRemoved'
    )
    await receiveAll(left, participant())
    expect((await shown()).participants).toMatchObject([
      {
        sid: 'MB1',
        address: CUSTOMER,
        proxyAddress: OURS,
        type: 'SMS',
        removedAt: new Date(at(6)),
      },
    ])
  })

  scenario(
    'joins and leaves in the thread, once each, and the screens hear of it',
    async () => {
      await receiveAll(added())
      const { id: conversationId } = await shown()
      const events = firstOf(2, listen(['threadEntryAdded']))
      const agent = { ParticipantSid: 'MB2', Identity: 'maya' }
      const left = participant(
        { ...agent, DateUpdated: at(6), DateRemoved: at(6) },
        'onParticipantRemoved'
      )
      await receiveAll(participant(agent), participant(agent), left, left)
      const entries = await entriesOf(conversationId)
      expect(entries).toMatchObject([
        { kind: 'PARTICIPANT_JOINED', participant: 'maya', actorName: null },
        { kind: 'PARTICIPANT_LEFT', participant: 'maya', actorName: null },
      ])
      expect(await events).toEqual(
        entries.map(({ id: entryId }) => ({
          kind: 'threadEntryAdded',
          entryId,
          conversationId,
        }))
      )
    }
  )

  scenario('is written without the channel’s prefix', async () => {
    await receiveAll(
      participant({
        'MessagingBinding.Address': `whatsapp:${CUSTOMER}`,
        'MessagingBinding.ProxyAddress': `whatsapp:${OURS}`,
        'MessagingBinding.Type': 'WHATSAPP',
      })
    )
    expect((await shown()).participants).toMatchObject([
      { address: CUSTOMER, proxyAddress: OURS, type: 'WHATSAPP' },
    ])
  })
})

describe('a message', () => {
  const permutations = <Item>(items: Item[]): Item[][] =>
    items.length < 2
      ? [items]
      : items.flatMap((item, n) =>
          permutations(items.filter((_, other) => other !== n)).map((rest) => [
            item,
            ...rest,
          ])
        )

  it('ends the same for every order in which its story arrives', async () => {
    const MessageSid = newSid('IM')
    const story = [
      message({ MessageSid }),
      message(
        { MessageSid, DateUpdated: at(2), Body: 'Is it done?' },
        'onMessageUpdated'
      ),
      message(
        { MessageSid, DateUpdated: at(3), Body: 'Is it ready now?' },
        'onMessageUpdated'
      ),
      message(
        {
          MessageSid,
          DateUpdated: at(4),
          DateRemoved: at(4),
          Body: 'Is it ready now?',
        },
        'onMessageRemoved'
      ),
    ]
    for (const order of permutations(story)) {
      await emptyDatabase()
      await receiveAll(...order)
      const { messages, messageCount } = await shown()
      expect(messageCount).toEqual(1)
      expect(messages).toMatchObject([
        {
          sid: MessageSid,
          body: 'Is it ready now?',
          author: CUSTOMER,
          removedAt: new Date(at(4)),
        },
      ])
      expect(messages[0].editedAt).not.toBeNull()
    }
  })

  scenario('is one row, however often it comes at once', async () => {
    const first = message()
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => receive(first))
    )
    expect(answers).toEqual(Array(10).fill(DONE))
    expect(await shown()).toMatchObject({ messageCount: 1, unreadCount: 1 })
    expect((await dispositions()).sort()).toEqual([
      ...Array(1).fill('APPLIED'),
      ...Array(9).fill('DUPLICATE'),
    ])
  })

  scenario('that only changed its attributes was not edited', async () => {
    const first = message()
    await receiveAll(first, {
      ...first,
      EventType: 'onMessageUpdated',
      DateUpdated: at(3),
      Attributes: '{"seen":true}',
    })
    expect((await shown()).messages[0].editedAt).toBeNull()
  })

  scenario('that a program wrote by REST goes out', async () => {
    const written = message({ Source: 'API', Author: 'system' })
    delete written.ParticipantSid
    await receiveAll(written)
    const { messages, unreadCount } = await shown()
    expect(unreadCount).toEqual(0)
    expect(messages).toMatchObject([
      { direction: 'OUTBOUND', status: 'SENT', author: 'system' },
    ])
  })

  scenario('brings its files', async () => {
    await receiveAll(
      message({
        Body: '',
        Media: JSON.stringify([
          { Sid: 'ME1', ContentType: 'image/png', Filename: 'a.png', Size: 7 },
          { ContentType: 'of no use' },
        ]),
      })
    )
    const [{ media }] = (await shown()).messages
    expect(media).toMatchObject([{ contentType: 'image/png', position: 0 }])
    expect(media[0].url).toMatch(
      new RegExp(`/v1/Services/${SERVICE}/Media/ME1/Content$`)
    )
  })

  it.each([
    ['markup', '<b>&amp;</b> <script>alert(1)</script>'],
    ['quotes', `'; DROP TABLE "Message"; --`],
    ['emoji, from right to left', '👋🏽 مرحبا'],
    ['nothing', ''],
  ])('is kept to the letter: %s', async (_what, Body) => {
    await receiveAll(message({ Body, Author: Body || 'x', Media: '{' }))
    expect((await shown()).messages[0].body).toEqual(Body)
  })

  scenario('loses its NUL bytes only', async () => {
    await receiveAll(message({ Body: 'a\0b' }))
    expect((await shown()).messages[0].body).toEqual('ab')
  })
})

describe('a delivery receipt', () => {
  const receipt = (MessageSid: string, Status: string, fields: Fields = {}) =>
    event('onDeliveryUpdated', {
      MessageSid,
      DeliveryReceiptSid: newSid('DY'),
      ChannelMessageSid: newSid('SM'),
      ParticipantSid: 'MB1',
      Status,
      DateCreated: at(1),
      DateUpdated: at(2),
      ...fields,
    })

  const program = () => {
    const { ParticipantSid: _nobody, ...fields } = message({ Source: 'API' })
    return fields
  }

  const story = async () => {
    const [row] = (await shown()).messages
    const timeline = await timelineOf(row)
    return {
      status: row.status,
      timeline: timeline.map(({ status, disposition }) => [
        status,
        disposition,
      ]),
    }
  }

  scenario('moves its message on', async () => {
    const written = program()
    await receiveAll(
      written,
      receipt(written.MessageSid, 'delivered'),
      receipt(written.MessageSid, 'sent')
    )
    expect(await story()).toEqual({
      status: 'DELIVERED',
      timeline: [
        ['SENT', 'APPLIED'],
        ['DELIVERED', 'APPLIED'],
        ['SENT', 'STALE'],
      ],
    })
  })

  scenario('waits for a message that it overtook', async () => {
    const written = program()
    await receiveAll(receipt(written.MessageSid, 'delivered'))
    expect(await dispositions()).toEqual(['PARKED'])
    await receiveAll(written)
    expect((await story()).status).toEqual('DELIVERED')
  })

  scenario(
    'is judged by participant: two that fare otherwise are no conflict',
    async () => {
      const written = program()
      const { MessageSid } = written
      await receiveAll(
        written,
        receipt(MessageSid, 'delivered'),
        receipt(MessageSid, 'delivered', { ParticipantSid: 'MB2' }),
        receipt(MessageSid, 'undelivered', {
          ParticipantSid: 'MB3',
          ErrorCode: '30003',
        }),
        receipt(MessageSid, 'delivered')
      )
      expect(await story()).toEqual({
        status: 'DELIVERED',
        timeline: [
          ['SENT', 'APPLIED'],
          ['DELIVERED', 'APPLIED'],
          ['DELIVERED', 'APPLIED'],
          ['UNDELIVERED', 'APPLIED'],
          ['DELIVERED', 'DUPLICATE'],
        ],
      })
    }
  )
})

describe('what is kept, and what is refused', () => {
  it.each([
    ['a type that nobody knows', () => event('onTypingStarted')],
    ['no type', () => event('')],
    ['a name that every object has', () => event('constructor')],
    [
      'no conversation',
      () => ({ EventType: 'onMessageAdded', MessageSid: 'IM1' }),
    ],
    ['no message', () => event('onMessageAdded', { Body: 'x' })],
    ['no participant', () => event('onParticipantAdded')],
  ])('an event with %s is kept and answered', async (_what, make) => {
    const params = make()
    await receiveAll(params as Fields)
    expect(await db.conversationEvent.findMany()).toMatchObject([
      { type: params.EventType, disposition: 'UNKNOWN', params },
    ])
    expect(await db.message.count()).toEqual(0)
  })

  it.each<[string, number, Parameters<typeof twilioRequest>[2]]>([
    ['nobody signed it', 403, { tamper: { signature: null } }],
    ['it was signed with another token', 403, { token: 'f'.repeat(32) }],
    ['it is a GET', 405, { method: 'GET' }],
  ])('nothing, where %s: %i', async (_why, statusCode, options) => {
    expect(await receive(message(), options)).toMatchObject({ statusCode })
    expect(await db.conversationEvent.count()).toEqual(0)
  })

  scenario('without the database the answer is 503', async () => {
    const connect = jest
      .spyOn(pool, 'connect')
      .mockImplementation(() => Promise.reject(new Error('it is away')))
    expect(await receive(message())).toMatchObject({ statusCode: 503 })
    connect.mockRestore()
    expect(await db.message.count()).toEqual(0)
  })
})
