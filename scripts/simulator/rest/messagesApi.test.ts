import assert from 'node:assert/strict'
import { test } from 'node:test'

import { clientOf, CUSTOMER, startNetwork } from '../testing/startNetwork'

test('a create answers 201 with all 20 fields, as Twilio has them', async (t) => {
  const { simulator, ourNumber } = await startNetwork(t)
  const { accountSid, authToken } = simulator.account
  const path = `/2010-04-01/Accounts/${accountSid}/Messages.json`
  const response = await fetch(simulator.url + path, {
    method: 'POST',
    headers: {
      authorization: `Basic ${btoa(`${accountSid}:${authToken}`)}`,
    },
    body: new URLSearchParams({ To: CUSTOMER, From: ourNumber, Body: 'Hello' }),
  })
  const message = (await response.json()) as Record<string, string>

  assert.equal(response.status, 201)
  assert.match(message.sid, /^SM[0-9a-f]{32}$/)
  assert.match(
    message.date_created,
    /^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d \+0000$/
  )
  assert.equal(message.date_updated, message.date_created)
  const {
    sid,
    date_created: _created,
    date_updated: _updated,
    ...rest
  } = message
  assert.deepEqual(rest, {
    account_sid: accountSid,
    api_version: '2010-04-01',
    body: 'Hello',
    date_sent: null,
    direction: 'outbound-api',
    error_code: null,
    error_message: null,
    from: ourNumber,
    messaging_service_sid: null,
    num_media: '0',
    num_segments: '1',
    price: null,
    price_unit: 'USD',
    status: 'queued',
    subresource_uris: {
      media: `/2010-04-01/Accounts/${accountSid}/Messages/${sid}/Media.json`,
    },
    to: CUSTOMER,
    uri: `/2010-04-01/Accounts/${accountSid}/Messages/${sid}.json`,
  })
  const { headers } = response
  assert.equal(headers.get('twilio-request-id'), `RQ${sid.slice(2)}`)
  assert.equal(headers.get('twilio-concurrent-requests'), '1')
  assert.match(headers.get('twilio-request-duration') ?? '', /^\d+\.\d{3}$/)
  assert.equal(headers.get('x-api-domain'), 'api.twilio.com')
})

test('a message is fetched with what became of it', async (t) => {
  const { client, control, send } = await startNetwork(t)
  const { sid } = await send()
  await control.idle()
  const message = await client.messages(sid).fetch()
  assert.equal(message.status, 'delivered')
  assert.ok(message.dateSent instanceof Date)
  assert.equal(message.price, '-0.00790')
})

test('a repeated create is a second message: Twilio has no idempotency key', async (t) => {
  const { control, send } = await startNetwork(t)
  const [first, second] = [await send(), await send()]
  assert.notEqual(first.sid, second.sid)
  assert.deepEqual(control.accepted({ to: CUSTOMER, body: 'Hello' }), {
    count: 2,
    sids: [second.sid, first.sid],
  })
  assert.equal(control.accepted({ body: 'Other' }).count, 0)
})

test('long texts and texts beyond GSM-7 have more segments', async (t) => {
  const { send } = await startNetwork(t)
  const segments = async (body: string) => (await send({ body })).numSegments
  assert.equal(await segments('a'.repeat(160)), '1')
  assert.equal(await segments('a'.repeat(161)), '2')
  assert.equal(await segments('ж'.repeat(71)), '2')
  assert.equal(
    (await send({ body: `’${'a'.repeat(160)}`, smartEncoded: true }))
      .numSegments,
    '2'
  )
})

test('a Messaging Service accepts first and chooses the sender then', async (t) => {
  const { simulator, client, control, receiver, send, ourNumber } =
    await startNetwork(t)
  const { messagingServiceSid } = simulator.account
  const created = await send({ from: undefined, messagingServiceSid })
  assert.equal(created.status, 'accepted')
  assert.equal(created.from, null)
  assert.equal(created.numSegments, '0')

  await control.idle()
  const message = await client.messages(created.sid).fetch()
  assert.equal(message.from, ourNumber)
  assert.equal(message.numSegments, '1')
  const statuses = receiver.received.map(({ params }) => params.MessageStatus)
  assert.deepEqual(statuses.sort(), ['delivered', 'queued', 'sent'])
  assert.equal(
    receiver.received[0].params.MessagingServiceSid,
    messagingServiceSid
  )
})

test('with a service and a From, the first status is as it is set', async (t) => {
  const { simulator, control, send } = await startNetwork(t)
  const { messagingServiceSid } = simulator.account
  assert.equal((await send({ messagingServiceSid })).status, 'accepted')
  control.changeSettings({ serviceWithFromStarts: 'queued' })
  assert.equal((await send({ messagingServiceSid })).status, 'queued')
})

test('a scheduled message waits, and goes out when its time has come', async (t) => {
  const { simulator, client, control, send } = await startNetwork(t)
  const { messagingServiceSid } = simulator.account
  const sendAt = new Date(Date.now() + 3_600_000)
  const { sid, status } = await send({
    from: undefined,
    messagingServiceSid,
    scheduleType: 'fixed',
    sendAt,
  })
  assert.equal(status, 'scheduled')
  await control.idle()
  assert.equal((await client.messages(sid).fetch()).status, 'scheduled')

  assert.equal(control.release(sid), true)
  await control.idle()
  assert.equal((await client.messages(sid).fetch()).status, 'delivered')
  assert.equal(control.release(sid), false)
})

test('a scheduled message can be canceled, once', async (t) => {
  const { simulator, client, control, receiver, send } = await startNetwork(t)
  const { messagingServiceSid } = simulator.account
  const { sid } = await send({
    from: undefined,
    messagingServiceSid,
    scheduleType: 'fixed',
    sendAt: new Date(Date.now() + 3_600_000),
  })
  const canceled = await client.messages(sid).update({ status: 'canceled' })
  assert.equal(canceled.status, 'canceled')
  await control.idle()
  assert.deepEqual(
    receiver.received.map(({ params }) => params.MessageStatus),
    ['canceled']
  )
  await assert.rejects(client.messages(sid).update({ status: 'canceled' }), {
    status: 400,
    code: 30409,
  })
})

test('without a Messaging Service, a schedule is ignored', async (t) => {
  const { send } = await startNetwork(t)
  const { status } = await send({
    scheduleType: 'fixed',
    sendAt: new Date(Date.now() + 3_600_000),
  })
  assert.equal(status, 'queued')
})

test('a message is redacted and deleted, but not while it is on its way', async (t) => {
  const { client, control, send } = await startNetwork(t, {
    delays: { sent: 60_000 },
  })
  const underWay = await send()
  await assert.rejects(client.messages(underWay.sid).remove(), {
    status: 409,
    code: 20009,
  })
  control.reset()
  control.changeSettings({ delays: { queued: 0, sent: 0, delivered: 0 } })
  const { sid } = await send()
  await control.waitFor({ type: 'status', messageStatus: 'delivered' })
  assert.equal((await client.messages(sid).update({ body: '' })).body, '')
  await assert.rejects(client.messages(sid).update({ body: 'new' }), {
    code: 30400,
  })
  assert.equal(await client.messages(sid).remove(), true)
  await assert.rejects(client.messages(sid).fetch(), { code: 20404 })
})

test('an API key may call too', async (t) => {
  const { simulator } = await startNetwork(t)
  simulator.account.apiKeys.SK1 = 'secret'
  const { status } = await clientOf(simulator, 'SK1', 'secret').messages.create(
    {
      to: CUSTOMER,
      from: simulator.account.phoneNumber,
      body: 'Hello',
    }
  )
  assert.equal(status, 'queued')
})

test('feedback is taken', async (t) => {
  const { client, send } = await startNetwork(t)
  const { sid } = await send()
  const feedback = await client
    .messages(sid)
    .feedback.create({ outcome: 'confirmed' })
  assert.equal(feedback.outcome, 'confirmed')
  assert.equal(feedback.messageSid, sid)
})
