import { chatJobs, workChats } from 'test-support/chatJobs'
import { emptyDatabase } from 'test-support/emptyDatabase'
import { CUSTOMER, findMessage, OURS, timelineOf } from 'test-support/messages'
import { serveWebhooks } from 'test-support/webhookServer'

import { handler as twilioCallback } from 'src/functions/twilioCallback/twilioCallback'
import { handler as twilioConversations } from 'src/functions/twilioConversations/twilioConversations'
import { handler as twilioMessage } from 'src/functions/twilioMessage/twilioMessage'
import { createApiKey } from 'src/lib/access/apiKeys'
import { listParticipants } from 'src/lib/chat/listParticipants'
import { missedBy } from 'src/lib/chat/receipts'
import { whyNobodyIsReached } from 'src/lib/chat/whyNobodyIsReached'
import { config } from 'src/lib/config/config'
import { db } from 'src/lib/db'
import { fetchMedia } from 'src/lib/inbound/fetchMedia'
import { compareActiveChats } from 'src/lib/reconcile/compareActiveChats'
import { compareChats } from 'src/lib/reconcile/compareChats'
import { compareDay } from 'src/lib/reconcile/compareDay'
import { confirmMessage } from 'src/lib/reconcile/confirmMessage'
import { twilioClient } from 'src/lib/twilio/twilioClient'

import {
  createSimulator,
  type Simulator,
} from '../../../../scripts/simulator/createSimulator'

import { createConversation } from './createConversation'
import { dispatch } from './dispatch'
import type { Author } from './enqueueMessage'
import { retryMessage } from './retryMessage'
import { sendConversationMessage } from './sendConversationMessage'
import { sendMessage } from './sendMessage'

let simulator: Simulator
let webhooks: Awaited<ReturnType<typeof serveWebhooks>>

const twilio = twilioClient.conversations.v1

beforeAll(async () => {
  webhooks = await serveWebhooks({
    twilioCallback,
    twilioConversations,
    twilioMessage,
  })
  simulator = createSimulator()
  const url = await simulator.listen()
  twilioClient.api.baseUrl = url
  twilioClient.conversations.baseUrl = url
})

afterAll(async () => {
  await simulator.close()
  await webhooks.close()
})

const SETTINGS = {
  delays: { queued: 1, sending: 2, sent: 3, delivered: 4, later: 5 },
  retryDelay: 1,
}

beforeEach(async () => {
  await emptyDatabase()
  simulator.control.reset()
  simulator.control.changeSettings({
    ...SETTINGS,
    inboundUrl: webhooks.url('twilioMessage'),
    conversationsUrl: webhooks.url('twilioConversations'),
  })
})

const PHONE = { address: CUSTOMER, proxyAddress: OURS }

const start = async (key?: string) => {
  const { id } = await createConversation('Order 7', [PHONE], {}, key)
  await simulator.control.idle()
  return db.conversation.findUniqueOrThrow({
    where: { id },
    include: { contact: true, twilio: true, participants: true },
  })
}

const atTwilio = (sid: string) => twilio.conversations(sid).messages.list()

const rows = (conversationId: string) =>
  db.message.findMany({
    where: { conversationId },
    orderBy: { createdAt: 'asc' },
  })

const send = async (
  conversationId: string,
  body = 'Hello',
  ...more: [author?: Author, key?: string]
) => {
  const [author = {}, key] = more
  const answered = await sendConversationMessage(
    conversationId,
    body,
    author,
    key
  )
  await simulator.control.idle()
  return { answered, message: await findMessage(answered.id) }
}

describe('a Twilio conversation that is started here', () => {
  it('has its participants, and is one conversation', async () => {
    const conversation = await start()
    expect(conversation).toMatchObject({
      channel: 'CHAT',
      contact: { name: 'Order 7' },
      twilio: { state: 'ACTIVE' },
      participants: [{ address: CUSTOMER, proxyAddress: OURS, type: 'SMS' }],
    })
    expect(await db.conversation.count()).toEqual(1)
  })

  it('opens by itself where Twilio takes its time', async () => {
    simulator.control.changeSettings({ conversationsInitialize: 200 })
    const { id } = await createConversation('Order 7', [PHONE], {})
    const closed = sendConversationMessage(id, 'Too early', {})
    await expect(closed).rejects.toThrow(/setting this conversation up/)
    await simulator.control.idle()
    expect((await send(id)).message.status).toEqual('DELIVERED')
  })

  it('answers with who takes part, before any event of it came', async () => {
    simulator.control.addFault({
      kind: 'drop',
      match: { webhook: 'conversation' },
    })
    const { participants } = await start()
    expect(participants).toMatchObject([
      { address: CUSTOMER, proxyAddress: OURS, type: 'SMS' },
    ])
  })

  it('is called by those who take part until it has a name', async () => {
    const other = '+14155550177'
    await db.contact.create({ data: { address: other, name: 'Mrs. Miller' } })
    const { id } = await createConversation(
      null,
      [PHONE, { ...PHONE, address: other }, { identity: 'ada' }],
      {}
    )
    await simulator.control.idle()
    const named = () =>
      db.conversation.findUniqueOrThrow({
        where: { id },
        include: { contact: true },
      })
    const { contact } = await named()
    expect(contact.name?.split(', ').sort()).toEqual([
      '+1 415 555 0100',
      'Mrs. Miller',
      'ada',
    ])
    await twilio.conversations(contact.address).update({
      friendlyName: 'The move',
      xTwilioWebhookEnabled: 'true',
    })
    await simulator.control.idle()
    expect((await named()).contact.name).toEqual('The move')
  })

  it('is refused by Twilio’s answer, late, without harm', async () => {
    simulator.control.changeSettings({ conversationsInitialize: 100 })
    await createConversation('First', [PHONE], {})
    const { id } = await createConversation('Second', [PHONE], {})
    await simulator.control.idle()
    const { state } = await db.twilioConversation.findUniqueOrThrow({
      where: { conversationId: id },
    })
    expect(state).toEqual('CLOSED')
  })

  it.each(['reset', 'answer'] as const)(
    'is found where Twilio’s answer was lost: %s',
    async (kind) => {
      simulator.control.addFault({
        kind,
        status: 500,
        accepted: true,
        match: { operation: 'createConversation' },
        times: 1,
      })
      await start()
      expect(await twilio.conversations.list()).toHaveLength(1)
    }
  )

  it('is one, however often it is asked for with the same key', async () => {
    const [first, second] = [await start('key'), await start('key')]
    expect(second.id).toEqual(first.id)
    expect(await twilio.conversations.list()).toHaveLength(1)
  })

  it.each([
    ['nobody', []],
    ['neither', [{}]],
    ['both', [{ identity: 'ada', address: CUSTOMER }]],
    ['no number', [{ address: 'abc' }]],
    ['a number of ours', [{ address: OURS }]],
    ['a number and itself', [{ address: CUSTOMER, proxyAddress: CUSTOMER }]],
    ['too many', Array.from({ length: 11 }, (_, n) => ({ identity: `a${n}` }))],
  ])('is refused with %s', async (_what, participants) => {
    const refused = createConversation('x', participants, {})
    await expect(refused).rejects.toMatchObject({
      extensions: { code: 'BAD_USER_INPUT' },
    })
    expect(await twilio.conversations.list()).toHaveLength(0)
  })

  it('is not made of what Twilio refuses', async () => {
    await start()
    await expect(
      createConversation('Again', [PHONE], {})
    ).rejects.toMatchObject({
      extensions: { code: 'TWILIO_ERROR', twilioCode: 50416 },
    })
  })
})

describe('a message into a Twilio conversation', () => {
  it('is written once, by its name, and its event and receipts are its own', async () => {
    const { id, contact } = await start()
    const { answered, message } = await send(id, 'It is ready')
    expect(answered).toMatchObject({ direction: 'OUTBOUND', channel: 'CHAT' })
    expect(await rows(id)).toHaveLength(1)
    expect(message).toMatchObject({
      status: 'DELIVERED',
      author: 'Operator',
      chatIndex: 0,
      body: 'It is ready',
    })
    expect(await atTwilio(contact.address)).toMatchObject([
      { sid: message.sid, author: 'Operator', body: 'It is ready' },
    ])
    const timeline = await timelineOf(message)
    expect(timeline.map(({ status }) => status)).toContain('DELIVERED')
    expect(
      timeline.filter(({ disposition }) => disposition === 'CONFLICT')
    ).toEqual([])
    expect(
      simulator.control.messages({ to: CUSTOMER }).map(({ body }) => body)
    ).toEqual(['It is ready'])
  })

  it.each(['reset', 'hang', 'answer'] as const)(
    'whose answer was lost (%s) is found by its event, and not sent again',
    async (kind) => {
      const { id, contact } = await start()
      simulator.control.addFault({
        kind,
        status: 500,
        accepted: true,
        times: 1,
      })
      const { message } = await send(id)
      expect(message.sid).toMatch(/^IM/)
      await confirmMessage(message.id)
      expect(await rows(id)).toHaveLength(1)
      expect(await atTwilio(contact.address)).toHaveLength(1)
    }
  )

  it('whose answer and event were lost is found by our id', async () => {
    const { id, contact } = await start()
    await twilio
      .conversations(contact.address)
      .messages.create({ body: 'Hello', author: 'system' })
    simulator.control.addFault({
      kind: 'drop',
      match: { webhook: 'conversation' },
    })
    simulator.control.addFault({ kind: 'reset', accepted: true, times: 1 })
    const { message } = await send(id)
    expect(message).toMatchObject({ status: 'UNCONFIRMED', sid: null })
    await confirmMessage(message.id)
    const [, ours] = await atTwilio(contact.address)
    expect(await findMessage(message.id)).toMatchObject({
      status: 'SENT',
      sid: ours.sid,
    })
  })

  it('that never came to Twilio is sent again only when it was missed twice', async () => {
    const { id, contact } = await start()
    simulator.control.addFault({ kind: 'reset', accepted: false, times: 1 })
    const { message } = await send(id)
    await confirmMessage(message.id)
    expect((await findMessage(message.id)).status).toEqual('UNCONFIRMED')
    await confirmMessage(message.id)
    expect((await findMessage(message.id)).status).toEqual('PENDING')
    expect(await atTwilio(contact.address)).toEqual([])
  })

  it('is the same message under the same key, and no other', async () => {
    const { id, contact } = await start()
    await createApiKey('The shop', 'AGENT')
    const { id: apiKeyId } = await db.apiKey.findFirstOrThrow()
    const first = await send(id, 'Hello', { apiKeyId }, 'key')
    const again = await send(id, 'Hello', { apiKeyId }, 'key')
    expect(first.message.author).toEqual('The shop')
    expect(again.message.id).toEqual(first.message.id)
    await expect(
      sendConversationMessage(id, 'Bye', { apiKeyId }, 'key')
    ).rejects.toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } })
    expect(await atTwilio(contact.address)).toHaveLength(1)
  })

  it('into one that is closed is refused, with the reason', async () => {
    const { id, contact } = await start()
    await twilio
      .conversations(contact.address)
      .update({ state: 'closed', xTwilioWebhookEnabled: 'true' })
    await simulator.control.idle()
    await expect(sendConversationMessage(id, 'Late', {})).rejects.toThrow(
      /closed at Twilio/
    )
    expect(await rows(id)).toEqual([])
  })

  it('that Twilio refused can be sent again, once', async () => {
    const { id, contact } = await start()
    simulator.control.addFault({
      kind: 'answer',
      status: 400,
      code: 20001,
      times: 1,
    })
    const { message } = await send(id)
    expect(message.status).toEqual('FAILED')
    const again = await retryMessage(message.id, {})
    await simulator.control.idle()
    expect(again).toMatchObject({ channel: 'CHAT', retryOfId: message.id })
    expect((await retryMessage(message.id, {})).id).toEqual(again.id)
    expect(await atTwilio(contact.address)).toHaveLength(1)
  })

  it('says whom it did not reach', async () => {
    const { id } = await createConversation(
      'Two phones',
      [PHONE, { address: '+14155530003', proxyAddress: OURS }],
      {}
    )
    await simulator.control.idle()
    const { message } = await send(id)
    expect(message.status).toEqual('DELIVERED')
    expect(await missedBy(message.id)).toEqual(['+14155530003'])
  })
})

describe('who wants no more messages', () => {
  const OTHER = '+14155550177'

  const says = async (body: string) => {
    await simulator.control.receive({ from: CUSTOMER, body })
    await simulator.control.idle()
  }

  /** What the ledger says of the phone and the number that it wrote to. */
  const ledger = async () =>
    (
      await db.consentEvent.findMany({
        where: {
          conversation: {
            channel: 'SMS',
            senderAddress: OURS,
            contact: { address: CUSTOMER },
          },
        },
        orderBy: { at: 'asc' },
      })
    ).map(({ allowed, source, word }) => [allowed, source, word])

  const chatOf = (address: string) =>
    db.conversation.findFirstOrThrow({ where: { contact: { address } } })

  const sms = async () => {
    const sent = await sendMessage({ to: CUSTOMER, body: 'Hello?' }, {})
    await simulator.control.idle()
    return sent
  }

  const OPTED_OUT = { extensions: { code: 'OPTED_OUT' } }

  it('is not written to by a conversation either', async () => {
    await says('STOP')
    const { id, contact } = await start()
    await expect(send(id)).rejects.toMatchObject(OPTED_OUT)
    expect(await rows(id)).toEqual([])
    expect(await atTwilio(contact.address)).toEqual([])
    expect(await whyNobodyIsReached(id)).toMatch(/opted out/)
    await says('START')
    expect(await whyNobodyIsReached(id)).toBeNull()
    expect((await send(id)).message.status).toEqual('DELIVERED')
  })

  it('keeps the others of a group from nothing, and is named as missed', async () => {
    await says('STOP')
    const { id } = await createConversation(
      'Both',
      [PHONE, { ...PHONE, address: OTHER }],
      {}
    )
    await simulator.control.idle()
    const optedOut = (await listParticipants(id)).map(
      ({ address, optedOutAt }) => [address, optedOutAt !== null]
    )
    expect(optedOut.sort()).toEqual([
      [CUSTOMER, true],
      [OTHER, false],
    ])
    const { message } = await send(id)
    expect(message.status).toEqual('DELIVERED')
    expect(await missedBy(message.id)).toEqual([CUSTOMER])
  })

  it('says so in a conversation, for everything from that number, and unanswered', async () => {
    const { id } = await start()
    await says('HELP')
    await says('Stop')
    expect(await ledger()).toEqual([
      [null, 'KEYWORD', 'HELP'],
      [false, 'KEYWORD', 'STOP'],
    ])
    await expect(sms()).rejects.toMatchObject(OPTED_OUT)
    await expect(send(id)).rejects.toMatchObject(OPTED_OUT)
    expect(simulator.control.messages({ to: CUSTOMER })).toEqual([])
    await says('START')
    expect((await sms()).status).not.toEqual('FAILED')
  })

  it('may have said so before anybody told us of the conversation', async () => {
    await twilio.conversationWithParticipants.create({
      participant: [
        JSON.stringify({
          messaging_binding: { address: CUSTOMER, proxy_address: OURS },
        }),
      ],
    })
    await says('STOP')
    await workChats()
    expect(await ledger()).toEqual([[false, 'KEYWORD', 'STOP']])
    await expect(sms()).rejects.toMatchObject(OPTED_OUT)
  })

  it('is not decided for by an older word that is heard late', async () => {
    const { contact } = await start()
    simulator.control.addFault({
      kind: 'drop',
      match: { webhook: 'conversation' },
      times: 1,
    })
    await says('STOP')
    simulator.control.clearFaults()
    await says('START')
    await workChats()
    expect(await rows((await chatOf(contact.address)).id)).toHaveLength(2)
    expect((await sms()).status).not.toEqual('FAILED')
  })

  it('is learned from a receipt, too', async () => {
    simulator.control.changeSettings({ forwardOptOuts: false })
    await says('STOP')
    const { id } = await start()
    expect((await send(id)).message.status).toEqual('FAILED')
    expect(await ledger()).toEqual([[false, 'REFUSAL', null]])
    await expect(send(id)).rejects.toMatchObject(OPTED_OUT)
  })

  it('is not sent what waited meanwhile', async () => {
    const { id, contact } = await start()
    simulator.control.addFault({ kind: 'answer', status: 429, times: 1 })
    const { message } = await send(id)
    expect(message.status).toEqual('PENDING')
    await says('STOP')
    await db.message.update({
      where: { id: message.id },
      data: { claimedUntil: null },
    })
    await dispatch(message.id)
    expect(await findMessage(message.id)).toMatchObject({
      status: 'FAILED',
      errorCode: 21610,
    })
    expect(await atTwilio(contact.address)).toHaveLength(1)
  })
})

describe('what others do in a Twilio conversation', () => {
  const enabled = { xTwilioWebhookEnabled: 'true' } as const

  /** A tool makes a conversation with a phone, and writes into it. */
  const startElsewhere = async (asking: Partial<typeof enabled>) => {
    const { sid } = await twilio.conversations.create({
      ...asking,
      friendlyName: 'Made by a tool',
    })
    const context = twilio.conversations(sid)
    await context.participants.create({
      ...asking,
      'messagingBinding.address': CUSTOMER,
      'messagingBinding.proxyAddress': config.twilio.phoneNumber ?? OURS,
    })
    await simulator.control.idle()
    return { sid, context }
  }

  const shown = (sid: string) =>
    db.conversation.findFirstOrThrow({
      where: { contact: { address: sid } },
      include: { contact: true, participants: true },
    })

  const authors = async (id: string) =>
    (await rows(id)).map(({ author, direction, body }) => [
      author,
      direction,
      body,
    ])

  it.each([
    ['asked to be told of', enabled],
    ['did in silence, as programs do', {}],
  ])(
    'appears without a step on our side: what it %s',
    async (_what, asking) => {
      const { sid, context } = await startElsewhere(asking)
      await context.messages.create({ ...asking, author: 'bot', body: 'Hi' })
      await simulator.control.receive({ from: CUSTOMER, body: 'Hello' })
      await simulator.control.idle()
      expect(await chatJobs()).toMatchObject([{ payload: { sid } }])
      await workChats()
      const conversation = await shown(sid)
      expect(conversation).toMatchObject({
        channel: 'CHAT',
        contact: { name: 'Made by a tool' },
        participants: [{ address: CUSTOMER, proxyAddress: OURS }],
        unreadCount: 1,
      })
      const story = [
        ['bot', 'OUTBOUND', 'Hi'],
        [CUSTOMER, 'INBOUND', 'Hello'],
      ]
      expect((await authors(conversation.id)).sort()).toEqual(story.sort())

      await compareChats()
      expect(await rows(conversation.id)).toHaveLength(2)
    }
  )

  it('appears with what a tool writes later in silence, of which only the receipts tell', async () => {
    const { sid, context } = await startElsewhere(enabled)
    await workChats()
    await context.messages.create({ author: 'bot', body: 'Are you there?' })
    await simulator.control.idle()
    await workChats()
    const { id } = await shown(sid)
    expect(await rows(id)).toMatchObject([
      { author: 'bot', body: 'Are you there?', status: 'DELIVERED' },
    ])
  })

  it('is looked into after a message whose forerunner is unknown, and after each event where a tool keeps silent', async () => {
    const { id, contact } = await start()
    await workChats()
    const said = async (body: string) => {
      await simulator.control.receive({ from: CUSTOMER, body })
      await simulator.control.idle()
    }
    await said('One')
    expect(await chatJobs()).toEqual([])

    simulator.control.addFault({
      kind: 'drop',
      match: { webhook: 'conversation' },
      times: 3,
    })
    await twilio
      .conversations(contact.address)
      .messages.create({ author: 'bot', body: 'Two' })
    await simulator.control.idle()
    simulator.control.clearFaults()
    await said('Three')
    await workChats()
    expect((await rows(id)).map(({ body }) => body).sort()).toEqual([
      'One',
      'Three',
      'Two',
    ])

    await said('Four')
    expect(await chatJobs()).toHaveLength(1)
  })

  it('is found while it is active, also where no event ever tells of it', async () => {
    const { sid } = await twilio.conversations.create({ friendlyName: 'Quiet' })
    const context = twilio.conversations(sid)
    await context.participants.create({ identity: 'ada' })
    const write = (body: string) =>
      context.messages.create({ author: 'ada', body })
    await write('One')
    expect(await compareActiveChats()).toEqual(1)
    await workChats()
    // It was just looked into.
    expect(await compareActiveChats()).toEqual(0)

    await write('Two')
    await db.twilioConversation.updateMany({
      data: { comparedAt: new Date(Date.now() - 180_000) },
    })
    expect(await compareActiveChats()).toEqual(1)
    await workChats()
    const { id, participants } = await shown(sid)
    expect(participants).toMatchObject([{ identity: 'ada' }])
    expect((await rows(id)).map(({ body }) => body)).toEqual(['One', 'Two'])
  })

  it('brings its files, which are fetched', async () => {
    const { id } = await start()
    await simulator.control.receive({
      from: CUSTOMER,
      media: [{ contentType: 'text/plain', content: btoa('The list') }],
    })
    await simulator.control.idle()
    const [{ id: messageId }] = await rows(id)
    const media = await db.media.findFirstOrThrow({ where: { messageId } })
    await fetchMedia(media.id, true)
    const kept = await db.media.findUniqueOrThrow({
      where: { id: media.id },
      include: { file: true },
    })
    expect(kept).toMatchObject({ problem: null, file: { size: 8 } })
  })

  it('is brought in where its events were lost, and once', async () => {
    simulator.control.addFault({
      kind: 'drop',
      match: { webhook: 'conversation' },
    })
    const participant = JSON.stringify({
      messaging_binding: { address: CUSTOMER, proxy_address: OURS },
    })
    const { sid } = await twilio.conversationWithParticipants.create({
      friendlyName: 'Never heard of',
      participant: [participant],
    })
    await simulator.control.receive({ from: CUSTOMER, body: 'Hello?' })
    await simulator.control.idle()
    expect(await db.conversation.count()).toEqual(0)

    expect(await compareChats()).toEqual({ checked: 1, recovered: 1 })
    expect(await compareChats()).toEqual({ checked: 1, recovered: 0 })
    const conversation = await db.conversation.findFirstOrThrow({
      include: { contact: true, participants: true, messages: true },
    })
    expect(conversation).toMatchObject({
      contact: { address: sid, name: 'Never heard of' },
      participants: [{ address: CUSTOMER }],
      messages: [{ body: 'Hello?', author: CUSTOMER, direction: 'INBOUND' }],
    })
  })

  it('is there once, also after the day was compared', async () => {
    const { id } = await start()
    await simulator.control.receive({ from: CUSTOMER, body: 'Hello' })
    await simulator.control.idle()
    await compareDay()
    expect(await rows(id)).toHaveLength(1)
    expect(await db.message.count()).toEqual(1)
    expect(await db.conversation.count()).toEqual(1)
  })
})
