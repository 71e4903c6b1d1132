import assert from 'node:assert/strict'
import { test } from 'node:test'

import type { ReceiverAnswer } from '../testing/receiver'
import { CUSTOMER, startNetwork } from '../testing/startNetwork'

const TWIML = { status: 200, contentType: 'text/xml' }

const reply = (inside: string) => ({
  ...TWIML,
  body: `<?xml version="1.0"?><Response>${inside}</Response>`,
})

test('an SMS reaches the webhook, signed, with the parameters in their order', async (t) => {
  const { simulator, control, client, receiver, ourNumber } =
    await startNetwork(t)
  const { sid } = await control.receive({ from: CUSTOMER, body: 'Grüße 👋🏽\n' })
  const [{ method, path, params, order, signed }] = receiver.received
  assert.equal(method, 'POST')
  assert.equal(path, '/inbound')
  assert.equal(signed, true)
  assert.deepEqual(order, [
    'ToCountry',
    'ToState',
    'SmsMessageSid',
    'NumMedia',
    'ToCity',
    'FromZip',
    'SmsSid',
    'FromState',
    'SmsStatus',
    'FromCity',
    'Body',
    'FromCountry',
    'To',
    'ToZip',
    'NumSegments',
    'ReferralNumMedia',
    'MessageSid',
    'AccountSid',
    'From',
    'ApiVersion',
  ])
  assert.deepEqual(params, {
    ToCountry: 'US',
    ToState: '',
    SmsMessageSid: sid,
    NumMedia: '0',
    ToCity: '',
    FromZip: '94102',
    SmsSid: sid,
    FromState: 'CA',
    SmsStatus: 'received',
    FromCity: 'SAN FRANCISCO',
    Body: 'Grüße 👋🏽\n',
    FromCountry: 'US',
    To: ourNumber,
    ToZip: '',
    NumSegments: '1',
    ReferralNumMedia: '0',
    MessageSid: sid,
    AccountSid: simulator.account.accountSid,
    From: CUSTOMER,
    ApiVersion: '2010-04-01',
  })
  const message = await client.messages(sid).fetch()
  assert.equal(message.direction, 'inbound')
  assert.equal(message.status, 'received')
})

test('WhatsApp says who writes', async (t) => {
  const { control, receiver, ourNumber } = await startNetwork(t)
  await control.receive({
    from: CUSTOMER,
    channel: 'whatsapp',
    body: 'Hello',
    profileName: 'Ada',
  })
  const [{ params, signed }] = receiver.received
  assert.equal(signed, true)
  assert.equal(params.From, `whatsapp:${CUSTOMER}`)
  assert.equal(params.To, `whatsapp:${ourNumber}`)
  assert.equal(params.ProfileName, 'Ada')
  assert.equal(params.WaId, CUSTOMER.slice(1))
  assert.equal(params.MessageType, 'text')
  assert.equal(params.FromCity, undefined)
})

test('any parameter can be added, and any sender write', async (t) => {
  const { control, receiver } = await startNetwork(t)
  await control.receive({
    from: 'BANK',
    params: { Latitude: '52.5', Tomorrow: 'ü' },
  })
  const [{ params, signed }] = receiver.received
  assert.equal(signed, true)
  assert.equal(params.From, 'BANK')
  assert.equal(params.Latitude, '52.5')
  assert.equal(params.Tomorrow, 'ü')
})

test('the service is named when the number is in its pool', async (t) => {
  const { simulator, control, receiver } = await startNetwork(t, {
    inboundThroughService: true,
  })
  await control.receive({ from: CUSTOMER, body: 'Hello' })
  assert.equal(
    receiver.received[0].params.MessagingServiceSid,
    simulator.account.messagingServiceSid
  )
})

test('what the webhook answers is sent to the customer', async (t) => {
  const { control, client, receiver, ourNumber } = await startNetwork(t)
  receiver.answers.push(
    reply('<Message action="/status?reply=1"><Body>Thanks</Body></Message>')
  )
  await control.receive({ from: CUSTOMER, body: 'Hello' })
  await control.idle()
  const [message] = await client.messages.list({ to: CUSTOMER })
  assert.equal(message.direction, 'outbound-reply')
  assert.equal(message.body, 'Thanks')
  assert.equal(message.from, ourNumber)
  assert.equal(message.status, 'delivered')
  assert.deepEqual(
    receiver.received
      .slice(1)
      .map(({ path, params }) => [path, params.MessageStatus]),
    [
      ['/status?reply=1', 'sent'],
      ['/status?reply=1', 'delivered'],
    ]
  )
})

test('a redirect is followed', async (t) => {
  const { control, receiver } = await startNetwork(t)
  receiver.answers.push(reply('<Redirect>/second</Redirect>'))
  await control.receive({ from: CUSTOMER, body: 'Hello' })
  assert.deepEqual(
    receiver.received.map(({ path, signed }) => [path, signed]),
    [
      ['/inbound', true],
      ['/second', true],
    ]
  )
})

test('the fallback is asked once, with the reason', async (t) => {
  const { control, receiver } = await startNetwork(t)
  control.changeSettings({ fallbackUrl: receiver.url('/fallback') })
  receiver.answers.push({ status: 500 }, reply('<Message>Sorry</Message>'))
  await control.receive({ from: CUSTOMER, body: 'Hello' })
  const [, { path, params }, ...more] = receiver.received
  assert.equal(more.length, 0)
  assert.equal(path, '/fallback')
  assert.equal(params.ErrorCode, '11200')
  assert.equal(params.ErrorUrl, receiver.url('/inbound'))
  assert.equal(control.messages({ to: CUSTOMER })[0].body, 'Sorry')
})

test('without a fallback an error is noted and no more', async (t) => {
  const { control, receiver } = await startNetwork(t)
  const failures: ReceiverAnswer[] = [
    { status: 500 },
    { status: 200, contentType: 'application/json', body: '{}' },
    { ...TWIML, body: '<Response>' },
    reply('<Message>1</Message>'.repeat(11)),
  ]
  receiver.answers.push(...failures)
  for (const failure of failures) {
    await control.receive({ from: CUSTOMER, body: failure.body })
  }
  assert.deepEqual(
    control.events({ type: 'debugger' }).map(({ errorCode }) => errorCode),
    [11200, 12300, 12100, 14109]
  )
  assert.equal(receiver.received.length, 4)
  assert.equal(control.messages({ to: CUSTOMER }).length, 0)
})

test('a reply to each reply ends as a loop', async (t) => {
  const { control, receiver } = await startNetwork(t)
  for (let index = 0; index < 16; index++) {
    receiver.answers.push(reply('<Message>Hello</Message>'))
    await control.receive({ from: CUSTOMER, body: 'Hello' })
  }
  await control.idle()
  const [last, ...before] = control.messages({ to: CUSTOMER })
  assert.equal(last.errorCode, 14107)
  assert.ok(before.every(({ status }) => status === 'delivered'))
})
