import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'

import { CUSTOMER, startNetwork } from '../testing/startNetwork'

const ENABLED = { xTwilioWebhookEnabled: 'true' } as const

async function startConversations(t: TestContext) {
  const network = await startNetwork(t)
  const { client, control, receiver, simulator, ourNumber } = network
  client.conversations.baseUrl = simulator.url
  control.changeSettings({ conversationsUrl: receiver.url('/conversations') })
  const v1 = client.conversations.v1
  const phone = JSON.stringify({
    messaging_binding: { address: CUSTOMER, proxy_address: ourNumber },
  })
  const events = () =>
    receiver.received
      .filter(({ path }) => path === '/conversations')
      .map(({ params }) => params)
  const types = () => events().map(({ EventType }) => EventType)
  return { ...network, v1, phone, events, types }
}

test('what REST changes calls back only where the call asks for it', async (t) => {
  const { v1, control, types } = await startConversations(t)
  const { sid } = await v1.conversations.create({ friendlyName: 'Silent' })
  await v1.conversations(sid).messages.create({ body: 'Nobody hears' })
  await control.idle()
  assert.deepEqual(types(), [])
  await v1.conversations.create({ ...ENABLED, friendlyName: 'Loud' })
  await control.idle()
  assert.deepEqual(types(), ['onConversationAdded'])
})

test('a message goes to phones, and each receipt is told', async (t) => {
  const { v1, phone, control, events, receiver } = await startConversations(t)
  const conversation = await v1.conversationWithParticipants.create({
    ...ENABLED,
    friendlyName: 'Order 7',
    participant: [phone, JSON.stringify({ identity: 'ada' })],
  })
  assert.equal(conversation.state, 'active')
  const { messages } = v1.conversations(conversation.sid)
  const message = await messages.create({
    ...ENABLED,
    author: 'ada',
    body: 'Is it ready?',
    attributes: '{"a":1}',
  })
  assert.equal(message.index, 0)
  await control.idle()
  assert.ok(receiver.received.every(({ signed }) => signed))
  const added = events().find(({ EventType }) => EventType === 'onMessageAdded')
  assert.ok(added)
  assert.equal(added.MessageSid, message.sid)
  assert.equal(added.Author, 'ada')
  assert.equal(added.Index, '0')
  assert.equal(added.Source, 'API')
  assert.equal(added.Attributes, '{"a":1}')
  assert.match(added.ParticipantSid, /^MB/)
  const statuses = events()
    .filter(({ EventType }) => EventType === 'onDeliveryUpdated')
    .map(({ Status }) => Status)
  assert.deepEqual(statuses.sort(), ['delivered', 'sent'])
  assert.deepEqual(
    control.messages({ to: CUSTOMER }).map(({ body }) => body),
    ['Is it ready?']
  )
  const [receipt] = await messages(message.sid).deliveryReceipts.list()
  assert.equal(receipt.status, 'delivered')
  const [listed] = await messages.list({ order: 'desc' })
  assert.equal(listed.delivery.delivered, 'all')
})

test('a phone writes into its conversation, and not to the number', async (t) => {
  const { v1, phone, control, events, receiver } = await startConversations(t)
  const { sid } = await v1.conversationWithParticipants.create({
    participant: [phone],
  })
  await control.receive({ from: CUSTOMER, body: 'Hello' })
  await control.idle()
  assert.deepEqual(
    receiver.received.map(({ path }) => path),
    ['/conversations']
  )
  const [event] = events()
  assert.equal(event.EventType, 'onMessageAdded')
  assert.equal(event.ConversationSid, sid)
  assert.equal(event.Author, CUSTOMER)
  assert.equal(event.Source, 'SMS')

  await v1.conversations(sid).update({ state: 'closed' })
  await control.receive({ from: CUSTOMER, body: 'Still there?' })
  await control.idle()
  assert.equal(receiver.received.at(-1)?.path, '/inbound')
})

test('a picture lies behind credentials and a redirect', async (t) => {
  const { v1, phone, control, events, simulator } = await startConversations(t)
  await v1.conversationWithParticipants.create({ participant: [phone] })
  await control.receive({
    from: CUSTOMER,
    media: [{ contentType: 'image/png', content: 'aGk=' }],
  })
  await control.idle()
  const [{ Media, ChatServiceSid }] = events()
  const [{ Sid, ContentType }] = JSON.parse(Media)
  assert.equal(ContentType, 'image/png')
  const url = `${simulator.url}/v1/Services/${ChatServiceSid}/Media/${Sid}/Content`
  assert.equal((await fetch(url)).status, 401)
  const { accountSid, authToken } = simulator.account
  const authorization = `Basic ${btoa(`${accountSid}:${authToken}`)}`
  const answer = await fetch(url, {
    headers: { authorization },
    redirect: 'manual',
  })
  assert.equal(answer.status, 307)
  const file = await fetch(answer.headers.get('location') ?? '')
  assert.equal(await file.text(), 'hi')
})

test('edits, removals and states are told with their dates', async (t) => {
  const { v1, control, events } = await startConversations(t)
  const { sid } = await v1.conversations.create({ uniqueName: 'order-7' })
  const context = v1.conversations('order-7')
  const message = await context.messages.create({ body: 'One' })
  await context.messages(message.sid).update({ ...ENABLED, body: 'Two' })
  await context.messages(message.sid).remove(ENABLED)
  await context.update({ ...ENABLED, state: 'closed' })
  await control.idle()
  const byType = new Map(events().map((event) => [event.EventType, event]))
  const updated = byType.get('onMessageUpdated')
  const removed = byType.get('onMessageRemoved')
  assert.ok(updated && removed)
  assert.equal(updated.Body, 'Two')
  assert.ok(updated.DateUpdated > updated.DateCreated)
  assert.ok(removed.DateRemoved > updated.DateUpdated)
  const state = byType.get('onConversationStateUpdated')
  assert.equal(state?.StateTo, 'closed')
  assert.equal(state?.StateFrom, 'active')
  assert.equal(state?.State, undefined)
  await assert.rejects(context.messages.create({ body: 'Late' }), {
    code: 50377,
  })
  assert.equal((await context.fetch()).sid, sid)
})

test('another system is played over the control API, and told of only where it asks', async (t) => {
  const { simulator, control, types } = await startConversations(t)
  const call = async (path: string, body: unknown) => {
    const response = await fetch(
      `${simulator.url}/control/conversations${path}`,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }
    )
    return { status: response.status, body: await response.json() }
  }
  const people = [CUSTOMER, 'ada']
  const made = await call('', { friendlyName: 'X', people })
  assert.equal(made.status, 201)
  await control.idle()
  assert.deepEqual(types(), [])
  const { sid } = made.body
  const enabled = true
  await call(`/${sid}/messages`, { author: 'ada', body: 'Hi', enabled })
  await call(`/${sid}/state`, { state: 'closed', enabled })
  await control.idle()
  assert.equal((await call(`/${sid}/messages`, { body: 'x' })).status, 400)
  const listed = await fetch(`${simulator.url}/control/conversations`)
  const [{ state, messages }] = await listed.json()
  assert.equal(state, 'closed')
  assert.deepEqual(messages[0].body, 'Hi')
  assert.ok(types().includes('onMessageAdded'))
  assert.ok(types().includes('onConversationStateUpdated'))
})

test('names, bindings and what is not there are refused', async (t) => {
  const { v1, phone, ourNumber } = await startConversations(t)
  await v1.conversations.create({ uniqueName: 'taken' })
  await assert.rejects(v1.conversations.create({ uniqueName: 'taken' }), {
    code: 50353,
    status: 409,
  })
  await v1.conversationWithParticipants.create({ participant: [phone] })
  await assert.rejects(
    v1.conversationWithParticipants.create({ participant: [phone] }),
    { code: 50416 }
  )
  await assert.rejects(
    v1.conversationWithParticipants.create({
      participant: [
        JSON.stringify({
          messaging_binding: { address: ourNumber, proxy_address: ourNumber },
        }),
      ],
    }),
    { code: 50409 }
  )
  assert.equal((await v1.conversations.list()).length, 2)
  await assert.rejects(v1.conversations('none').fetch(), { status: 404 })
})

test('a conversation can take its time', async (t) => {
  const { v1, phone, control, events } = await startConversations(t)
  control.changeSettings({ conversationsInitialize: 1 })
  const made = await v1.conversationWithParticipants.create({
    ...ENABLED,
    participant: [phone],
  })
  assert.equal(made.state, 'initializing')
  await control.idle()
  const state = events().find(
    ({ EventType }) => EventType === 'onConversationStateUpdated'
  )
  assert.equal(state?.StateTo, 'active')
  assert.equal((await v1.conversations(made.sid).fetch()).state, 'active')
})

test('one that can’t be set up is closed, and the simulator lives', async (t) => {
  const { v1, phone, control } = await startConversations(t)
  control.changeSettings({ conversationsInitialize: 1 })
  const start = () =>
    v1.conversationWithParticipants.create({ ...ENABLED, participant: [phone] })
  const [first, second] = [await start(), await start()]
  await control.idle()
  const states = (await v1.conversations.list()).map(({ state }) => state)
  assert.deepEqual(states, ['active', 'closed'])
  const listed = await v1.conversations(second.sid).participants.list()
  assert.deepEqual(listed, [])
  assert.equal((await v1.conversations(first.sid).fetch()).state, 'active')
})

test('STOP in a conversation counts: its messages no longer reach that phone', async (t) => {
  const { v1, phone, control, events, client, ourNumber } =
    await startConversations(t)
  const { sid } = await v1.conversationWithParticipants.create({
    participant: [phone],
  })
  await control.receive({ from: CUSTOMER, body: 'STOP' })
  await v1.conversations(sid).messages.create({ body: 'Are you there?' })
  await control.idle()
  const receipts = events().filter(
    ({ EventType }) => EventType === 'onDeliveryUpdated'
  )
  assert.deepEqual(
    receipts.map(({ Status, ErrorCode }) => [Status, ErrorCode]),
    [['failed', '21610']]
  )
  await assert.rejects(
    client.messages.create({ from: ourNumber, to: CUSTOMER, body: 'Hello?' }),
    { code: 21610 }
  )
  // Nobody answered it.
  assert.deepEqual(
    control.messages({ to: CUSTOMER }).map(({ body }) => body),
    ['Are you there?']
  )
  await control.receive({ from: CUSTOMER, body: 'START' })
  await v1.conversations(sid).messages.create({ body: 'Welcome back' })
  await control.idle()
  assert.equal(events().at(-1)?.Status, 'delivered')
})

test('a service has its own resources and its own webhook, which silences the account’s', async (t) => {
  const { v1, client, receiver, control } = await startConversations(t)
  const service = v1.services('IS0123456789abcdef0123456789abcdef')
  await service.configuration.webhooks().update({
    postWebhookUrl: receiver.url('/service'),
    filters: ['onMessageAdded'],
  })
  const { sid } = await service.conversations.create(ENABLED)
  await service.conversations(sid).messages.create({ ...ENABLED, body: 'Hi' })
  await control.idle()
  assert.deepEqual(
    receiver.received.map(({ path, params }) => [path, params.EventType]),
    [['/service', 'onMessageAdded']]
  )
  assert.deepEqual(await v1.conversations.list(), [])
  const { postWebhookUrl } = await client.conversations.v1.configuration
    .webhooks()
    .fetch()
  assert.equal(postWebhookUrl, receiver.url('/conversations'))
})

test('lists are paged', async (t) => {
  const { v1 } = await startConversations(t)
  const { sid } = await v1.conversations.create()
  const { messages } = v1.conversations(sid)
  for (const body of ['a', 'b', 'c']) await messages.create({ body })
  const bodies = (await messages.list({ pageSize: 2 })).map(({ body }) => body)
  assert.deepEqual(bodies, ['a', 'b', 'c'])
  const newest = await messages.list({ order: 'desc', pageSize: 2 })
  assert.deepEqual(
    newest.map(({ body }) => body),
    ['c', 'b', 'a']
  )
})
