import { emptyDatabase } from 'test-support/emptyDatabase'
import {
  ask,
  codeOf,
  type Credentials,
  keyFor,
  NOBODY,
  open,
  type Stream,
} from 'test-support/graphql'
import {
  CUSTOMER,
  newNumber,
  newSid,
  OURS,
  saveMessage,
} from 'test-support/messages'
import { startTwilioServer, type TwilioServer } from 'test-support/twilioServer'

import { parseInboundMessage } from 'src/lib/inbound/parseInboundMessage'
import { parseStatusCallback } from 'src/lib/inbound/parseStatusCallback'
import { recordInboundMessage } from 'src/lib/inbound/recordInboundMessage'
import { recordStatusReport } from 'src/lib/inbound/recordStatusReport'
import { publish } from 'src/lib/live/publish'

let twilio: TwilioServer
let agent: Credentials
let streams: Stream[]

beforeAll(async () => {
  twilio = await startTwilioServer()
})

afterAll(() => twilio.close())

beforeEach(async () => {
  await emptyDatabase()
  agent = await keyFor('AGENT')
  streams = []
})

afterEach(() => Promise.all(streams.map((stream) => stream.close())))

const subscribe = async (document: string, variables?: object) => {
  const stream = await open(agent, `subscription ${document}`, variables)
  streams.push(stream)
  return {
    next: async () => {
      const { data, errors } = await stream.next()
      expect(errors).toBeUndefined()
      return data
    },
  }
}

const receive = (From = CUSTOMER, Body = 'Hello') =>
  recordInboundMessage(
    parseInboundMessage({ MessageSid: newSid(), From, To: OURS, Body })
  )

const callback = (sid: string | null, MessageStatus: string) =>
  recordStatusReport(
    parseStatusCallback({ MessageSid: sid as string, MessageStatus }, undefined)
  )

describe('newMessage', () => {
  it('brings what is received and what is sent', async () => {
    const { next } = await subscribe(
      '{ newMessage { direction body conversation { contact { address } } } }'
    )
    await receive(CUSTOMER, 'Is it ready?')
    expect(await next()).toEqual({
      newMessage: {
        direction: 'INBOUND',
        body: 'Is it ready?',
        conversation: { contact: { address: CUSTOMER } },
      },
    })
    await ask(
      agent,
      `mutation { sendSms(to: "${CUSTOMER}", body: "It is.") { id } }`
    )
    expect(await next()).toMatchObject({
      newMessage: { direction: 'OUTBOUND', body: 'It is.' },
    })
  })

  it('brings only those of a conversation, where one is named', async () => {
    const { conversationId: id } = await saveMessage()
    const { next } = await subscribe(
      '($id: ID) { newMessage(conversationId: $id) { body } }',
      { id }
    )
    await receive(newNumber(), 'from somebody else')
    await receive(CUSTOMER, 'from the customer')
    expect(await next()).toEqual({ newMessage: { body: 'from the customer' } })
  })

  it('brings a message once, however often it is posted', async () => {
    const { next } = await subscribe('{ newMessage { body } }')
    const inbound = parseInboundMessage({
      MessageSid: newSid(),
      From: CUSTOMER,
      To: OURS,
      Body: 'once',
    })
    await recordInboundMessage(inbound)
    await recordInboundMessage(inbound)
    await receive(CUSTOMER, 'another')
    expect([await next(), await next()]).toEqual([
      { newMessage: { body: 'once' } },
      { newMessage: { body: 'another' } },
    ])
  })
})

describe('messageStatusChanged', () => {
  it('brings the message as it is then, and nothing where nothing has changed', async () => {
    const { id, sid } = await saveMessage({ sid: newSid() })
    const { next } = await subscribe(
      '{ messageStatusChanged { id status errorMessage updatedAt } }'
    )
    await callback(sid, 'sent')
    expect(await next()).toMatchObject({
      messageStatusChanged: { id, status: 'SENT', errorMessage: null },
    })
    await callback(sid, 'queued')
    await callback(sid, 'sent')
    await callback(sid, 'delivered')
    expect(await next()).toMatchObject({
      messageStatusChanged: { id, status: 'DELIVERED' },
    })
  })

  it('brings only those of a conversation, where one is named', async () => {
    const ours = await saveMessage({ sid: newSid() })
    const other = await saveMessage({ sid: newSid(), contact: newNumber() })
    const { next } = await subscribe(
      '($id: ID) { messageStatusChanged(conversationId: $id) { id } }',
      {
        id: ours.conversationId,
      }
    )
    await callback(other.sid, 'sent')
    await callback(ours.sid, 'sent')
    expect(await next()).toEqual({ messageStatusChanged: { id: ours.id } })
  })
})

describe('inboxChanged', () => {
  const INBOX = `{
    inboxChanged {
      __typename
      ... on MessageAdded { message { body } }
      ... on MessageStatusChanged { message { status } }
      ... on ConversationChanged { conversation { status unreadCount contact { name } } isNew }
      ... on ThreadEntryAdded { entry { kind actorName conversation { id } } }
      ... on LabelChanged { id label { name } }
    }
  }`

  it('brings everything that the inbox shows, in order', async () => {
    const { next } = await subscribe(INBOX)
    const change = async () => (await next()).inboxChanged

    await receive(CUSTOMER, 'Is it ready?')
    expect(await change()).toEqual({
      __typename: 'MessageAdded',
      message: { body: 'Is it ready?' },
    })
    expect(await change()).toEqual({
      __typename: 'ConversationChanged',
      isNew: true,
      conversation: { status: 'OPEN', unreadCount: 1, contact: { name: null } },
    })

    const { id } = (
      await ask(agent, '{ conversations { edges { node { id } } } }')
    ).data.conversations.edges[0].node
    await ask(agent, `mutation { archiveConversation(id: "${id}") { id } }`)
    expect(await change()).toMatchObject({
      isNew: false,
      conversation: { status: 'ARCHIVED' },
    })
    expect(await change()).toEqual({
      __typename: 'ThreadEntryAdded',
      entry: {
        kind: 'ARCHIVED',
        actorName: 'a program that is AGENT',
        conversation: { id },
      },
    })

    const { sid } = await saveMessage({ sid: newSid() })
    await callback(sid, 'delivered')
    expect(await change()).toEqual({
      __typename: 'MessageStatusChanged',
      message: { status: 'DELIVERED' },
    })
  })

  it('brings what becomes of a label', async () => {
    const { next } = await subscribe(INBOX)
    const { data } = await ask(
      agent,
      'mutation { createLabel(name: "Billing", color: RED) { id } }'
    )
    const { id } = data.createLabel
    const changes = [
      [
        `updateLabel(id: "${id}", name: "Money", color: RED)`,
        { name: 'Money' },
      ],
      [`deleteLabel(id: "${id}")`, null],
    ]
    for (const [mutation, label] of changes) {
      await ask(agent, `mutation { ${mutation} { id } }`)
      expect(await next()).toEqual({
        inboxChanged: { __typename: 'LabelChanged', id, label },
      })
    }
  })

  it('goes on after something that is not there any more', async () => {
    const stream = await open(agent, `subscription ${INBOX}`)
    streams.push(stream)
    const gone = '01909090-0000-7000-8000-000000000000'
    publish({ kind: 'messageAdded', messageId: gone, conversationId: gone })
    await receive(CUSTOMER, 'Hello')
    expect((await stream.next()).errors).toHaveLength(1)
    expect((await stream.next()).data.inboxChanged).toMatchObject({
      message: { body: 'Hello' },
    })
  })

  it('is for nobody who asks the same without a login, while others listen', async () => {
    await subscribe(INBOX)
    const stranger = await open(NOBODY, `subscription ${INBOX}`)
    streams.push(stranger)
    expect(codeOf(await stranger.next())).toEqual('UNAUTHENTICATED')
  })

  it('brings each what he asked for, though others asked the same with other variables', async () => {
    const [one, other] = [
      await saveMessage({ sid: newSid() }),
      await saveMessage({ sid: newSid(), contact: newNumber() }),
    ]
    const MOVED =
      '($id: ID, $code: Boolean!) { messageStatusChanged(conversationId: $id) { id errorCode @include(if: $code) } }'
    const screens = [
      await subscribe(MOVED, { id: one.conversationId, code: true }),
      await subscribe(MOVED, { id: other.conversationId, code: false }),
      await subscribe(MOVED, { code: false }),
    ]
    await callback(one.sid, 'sent')
    await callback(other.sid, 'sent')
    expect(await screens[0].next()).toEqual({
      messageStatusChanged: { id: one.id, errorCode: null },
    })
    expect(await screens[1].next()).toEqual({
      messageStatusChanged: { id: other.id },
    })
    expect(await screens[2].next()).toEqual({
      messageStatusChanged: { id: one.id },
    })
    expect(await screens[2].next()).toEqual({
      messageStatusChanged: { id: other.id },
    })
  })

  it('reaches every screen', async () => {
    const screens = await Promise.all(
      Array.from({ length: 10 }, () =>
        subscribe('{ inboxChanged { __typename } }')
      )
    )
    await receive()
    for (const { next } of screens) {
      expect(await next()).toEqual({
        inboxChanged: { __typename: 'MessageAdded' },
      })
    }
  })
})
