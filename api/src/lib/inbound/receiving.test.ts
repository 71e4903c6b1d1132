import { emptyDatabase } from 'test-support/emptyDatabase'
import { firstOf } from 'test-support/firstOf'
import { ask, keyFor } from 'test-support/graphql'
import { conversationWith, CUSTOMER, newSid, OURS } from 'test-support/messages'

import { renameContact } from 'src/lib/contacts/renameContact'
import { db } from 'src/lib/db'
import { listen } from 'src/lib/live/listen'

import { parseInboundMessage } from './parseInboundMessage'
import { recordInboundMessage } from './recordInboundMessage'

beforeEach(emptyDatabase)

const receive = (params: Record<string, string> = {}) =>
  recordInboundMessage(
    parseInboundMessage({
      MessageSid: newSid(),
      From: CUSTOMER,
      To: OURS,
      Body: 'Hello',
      SmsStatus: 'received',
      ...params,
    })
  )

const whatsapp = (params: Record<string, string> = {}) =>
  receive({
    From: `whatsapp:${CUSTOMER}`,
    To: `whatsapp:${OURS}`,
    WaId: CUSTOMER.slice(1),
    ...params,
  })

describe('a message that is announced while it is received', () => {
  const MessageSid = newSid('MM')
  const receiving = { MessageSid, SmsStatus: 'receiving', Body: 'Look' }
  const whole = {
    MessageSid,
    Body: 'Look at this',
    NumSegments: '2',
    NumMedia: '2',
    MediaUrl0: 'https://api.twilio.com/a',
    MediaContentType0: 'image/jpeg',
    MediaUrl1: 'https://api.twilio.com/b',
    MediaContentType1: 'image/png',
  }
  const kept = () =>
    db.message.findMany({
      include: { media: { orderBy: { position: 'asc' } } },
      orderBy: { createdAt: 'asc' },
    })
  const WHOLE = {
    sid: MessageSid,
    status: 'RECEIVED',
    body: 'Look at this',
    numSegments: 2,
    params: { NumMedia: '2', SmsStatus: 'received' },
    media: [
      { position: 0, url: 'https://api.twilio.com/a', fetching: true },
      { position: 1, url: 'https://api.twilio.com/b', fetching: true },
    ],
  }

  it('is completed by the second webhook, in its place, and told to every screen', async () => {
    await receive(receiving)
    const [first] = await kept()
    expect(first).toMatchObject({ status: 'RECEIVING', media: [] })
    await receive({ Body: 'The next' })
    const told = firstOf(
      2,
      listen(['messageStatusChanged', 'conversationChanged'])
    )
    await receive(whole)
    expect(await told).toMatchObject([
      { messageId: first.id },
      { conversationId: first.conversationId, isNew: false },
    ])
    const conversation = await conversationWith(CUSTOMER)
    expect(conversation).toMatchObject({ messageCount: 2, unreadCount: 2 })
    expect(conversation.messages.map(({ body }) => body)).toEqual([
      'Look at this',
      'The next',
    ])
    const [completed] = await kept()
    expect(completed).toMatchObject({ ...WHOLE, createdAt: first.createdAt })
    expect(completed.updatedAt.getTime()).toBeGreaterThan(
      first.updatedAt.getTime()
    )
  })

  it('is left alone by one that comes late, or again', async () => {
    await receive(whole)
    await receive(receiving)
    await receive(whole)
    expect(await kept()).toMatchObject([WHOLE])
    expect(await conversationWith(CUSTOMER)).toMatchObject({
      messageCount: 1,
      unreadCount: 1,
    })
  })

  it('is one and whole, whichever of many comes first', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, n) => receive(n % 2 ? whole : receiving))
    )
    // Whoever was quicker, the whole one has come and was acknowledged.
    expect(await kept()).toMatchObject([WHOLE])
  })

  it('says what it says when it is whole: a word that opts out counts', async () => {
    await receive({ ...receiving, Body: '' })
    await receive({ ...whole, Body: 'STOP' })
    expect((await conversationWith(CUSTOMER)).optedOutAt).not.toBeNull()
    await receive({ ...whole, Body: 'STOP' })
    expect(await db.consentEvent.count()).toEqual(1)
  })
})

describe('what a message says of its sender', () => {
  const contact = () =>
    db.contact.findUniqueOrThrow({ where: { address: CUSTOMER } })

  it('is kept, and nothing that is not said takes it away', async () => {
    await receive({
      FromCity: 'SAN FRANCISCO',
      FromState: 'CA',
      FromZip: '94102',
      FromCountry: 'US',
    })
    const known = {
      city: 'SAN FRANCISCO',
      state: 'CA',
      zip: '94102',
      country: 'US',
      name: null,
    }
    expect(await contact()).toMatchObject(known)
    await receive({ FromCity: '', FromState: '', FromZip: '', FromCountry: '' })
    await receive()
    expect(await contact()).toMatchObject(known)
    await receive({ FromCity: 'OAKLAND' })
    expect(await contact()).toMatchObject({ ...known, city: 'OAKLAND' })
  })

  it('names the contact by its profile, until an operator does', async () => {
    await whatsapp({ ProfileName: 'Maya' })
    expect(await contact()).toMatchObject({ name: 'Maya', profileName: 'Maya' })
    await whatsapp({ ProfileName: 'Maya O.' })
    const { id, name } = await contact()
    expect(name).toEqual('Maya O.')
    await renameContact(id, 'Mrs Okafor')
    await whatsapp({ ProfileName: 'Maya!' })
    expect(await contact()).toMatchObject({
      name: 'Mrs Okafor',
      profileName: 'Maya!',
    })
  })

  it('names one who wrote before, by SMS', async () => {
    await receive()
    await whatsapp({ ProfileName: 'Maya' })
    expect(await contact()).toMatchObject({ name: 'Maya' })
  })

  it('is the same for fifty at once of somebody new', async () => {
    await Promise.all(
      Array.from({ length: 50 }, () => whatsapp({ ProfileName: 'Maya' }))
    )
    expect(await db.contact.findMany()).toMatchObject([{ name: 'Maya' }])
    expect(await db.message.count()).toEqual(50)
  })

  it.each([
    '<img src=x onerror=alert(1)>',
    `'); DROP TABLE "Contact"; --`,
    '\u202egnp.exe',
    '👩‍🚀 ليلى',
  ])('is kept to the letter: %s', async (ProfileName) => {
    await whatsapp({ ProfileName, FromCity: ProfileName })
    expect(await contact()).toMatchObject({
      name: ProfileName,
      city: ProfileName,
    })
  })

  it('loses its NULs, and what no name is as long as', async () => {
    await whatsapp({ ProfileName: `a\0b${'c'.repeat(5000)}` })
    expect((await contact()).name).toMatch(/^abc{198}$/)
    await whatsapp({ ProfileName: `x${'👋'.repeat(300)}` })
    expect((await contact()).name).toEqual(`x${'👋'.repeat(199)}`)
  })
})

describe('who is no phone number', () => {
  it.each([
    ['BANK', 'BANK', 'SMS'],
    ['72975', '72975', 'SMS'],
    ['anonymous', 'anonymous', 'SMS'],
    ['whatsapp:US.13491208655302741918', 'US.13491208655302741918', 'WHATSAPP'],
    ['Ünïcode 🏦', 'Ünïcode 🏦', 'SMS'],
  ] as const)('%s has a conversation: %s', async (From, address, channel) => {
    await receive({ From })
    expect(await conversationWith(address, channel)).toMatchObject({
      messages: [{ from: address, params: { From } }],
    })
  })
})

it('1,600 characters are kept, each', async () => {
  const Body = '👋🏽é\r\n'.repeat(266).slice(0, 1600)
  await receive({ Body })
  const { messages } = await conversationWith(CUSTOMER)
  expect(messages[0].body).toEqual(Body)
})

describe('what is told over GraphQL', () => {
  const FIELDS = `location { latitude longitude address label } choice { text payload } formData
    repliedToSid repliedTo { id body }`

  const told = async (sid: string) => {
    const { data, errors } = await ask(
      await keyFor('VIEWER'),
      `query ($sid: String!) { messageStatus(sid: $sid) { ${FIELDS} conversation { contact { name profileName city state zip country } } } }`,
      { sid }
    )
    expect(errors).toBeUndefined()
    return data.messageStatus
  }

  it('is nothing of a text', async () => {
    const MessageSid = newSid()
    await receive({ MessageSid })
    expect(await told(MessageSid)).toMatchObject({
      location: null,
      choice: null,
      formData: null,
      repliedToSid: null,
      repliedTo: null,
    })
  })

  it('is the place, the button, the form, and who it is', async () => {
    const MessageSid = newSid()
    await whatsapp({
      MessageSid,
      Latitude: '37.7',
      Longitude: '-122.4',
      Label: 'City Hall',
      ButtonText: 'Yes',
      ButtonPayload: 'confirm',
      InteractiveData: '{"a":"b"}',
      ProfileName: 'Maya',
      FromCountry: 'US',
    })
    expect(await told(MessageSid)).toMatchObject({
      location: {
        latitude: 37.7,
        longitude: -122.4,
        address: null,
        label: 'City Hall',
      },
      choice: { text: 'Yes', payload: 'confirm' },
      formData: '{"a":"b"}',
      conversation: {
        contact: { name: 'Maya', profileName: 'Maya', country: 'US' },
      },
    })
  })

  it('is the message that is answered, of the same conversation only', async () => {
    const [one, other, answer] = [newSid(), newSid(), newSid()]
    await receive({ MessageSid: one, Body: 'The first' })
    await receive({ MessageSid: other, From: '+14155550199' })
    await receive({ MessageSid: answer, OriginalRepliedMessageSid: one })
    expect(await told(answer)).toMatchObject({
      repliedToSid: one,
      repliedTo: { body: 'The first' },
    })
    for (const elsewhere of [other, newSid(), `'"<`]) {
      const MessageSid = newSid()
      await receive({ MessageSid, OriginalRepliedMessageSid: elsewhere })
      expect(await told(MessageSid)).toMatchObject({
        repliedToSid: elsewhere,
        repliedTo: null,
      })
    }
  })
})
