import assert from 'node:assert/strict'
import { test } from 'node:test'

import { CUSTOMER, startNetwork } from '../testing/startNetwork'

test('a delivered message calls back twice, signed, as Twilio does', async (t) => {
  const { simulator, control, receiver, send, ourNumber } =
    await startNetwork(t)
  const { sid } = await send()
  await control.idle()

  const [sent, delivered, ...more] = receiver.received
  assert.equal(more.length, 0)
  const always = {
    AccountSid: simulator.account.accountSid,
    ApiVersion: '2010-04-01',
    From: ourNumber,
    MessageSid: sid,
    SmsSid: sid,
    To: CUSTOMER,
  }
  assert.deepEqual(sent.params, {
    ...always,
    MessageStatus: 'sent',
    SmsStatus: 'sent',
  })
  const { RawDlrDoneDate, ...params } = delivered.params
  assert.deepEqual(params, {
    ...always,
    MessageStatus: 'delivered',
    SmsStatus: 'delivered',
  })
  assert.match(RawDlrDoneDate, /^\d{10}$/)
  for (const { method, path, headers, signed } of [sent, delivered]) {
    assert.equal(method, 'POST')
    assert.equal(path, '/status?message=7')
    assert.equal(signed, true)
    assert.match(
      String(headers['content-type']),
      /^application\/x-www-form-urlencoded/
    )
    assert.equal(headers['user-agent'], 'TwilioProxy/1.1')
    assert.match(
      String(headers['i-twilio-idempotency-token']),
      /^[0-9a-f-]{36}$/
    )
  }
  assert.notEqual(
    sent.headers['i-twilio-idempotency-token'],
    delivered.headers['i-twilio-idempotency-token']
  )
})

test('nobody is called who did not ask', async (t) => {
  const { control, receiver, send } = await startNetwork(t)
  await send({ statusCallback: undefined })
  await control.idle()
  assert.equal(receiver.received.length, 0)
})

test("a service's own callback is for the messages that name none", async (t) => {
  const { simulator, control, receiver, send } = await startNetwork(t)
  control.changeSettings({ serviceStatusCallback: receiver.url('/service') })
  const { messagingServiceSid } = simulator.account
  await send({ messagingServiceSid, statusCallback: undefined })
  await send({ messagingServiceSid, to: '+12125550123' })
  await control.idle()
  for (const { path, params } of receiver.received) {
    assert.equal(
      path,
      params.To === CUSTOMER ? '/service' : '/status?message=7'
    )
  }
  assert.equal(receiver.received.length, 6)
})

/** A To that ends in an error code ends in that error. */
const ENDINGS: [to: string, statuses: string[], code?: string][] = [
  ['+14155530003', ['sent', 'undelivered'], '30003'],
  ['+14155530005', ['sent', 'undelivered'], '30005'],
  ['+14155530006', ['sent', 'undelivered'], '30006'],
  ['+14155530007', ['sent', 'undelivered'], '30007'],
  ['+14155530008', ['sent', 'undelivered'], '30008'],
  ['+14155530001', ['failed'], '30001'],
  ['+14155521610', ['failed'], '21610'],
  ['+14155590001', ['sent']],
  ['+14155590002', ['sent', 'undelivered', 'delivered']],
]

for (const [to, statuses, code] of ENDINGS) {
  test(`a message to …${to.slice(-5)} is ${statuses.join(', ')}`, async (t) => {
    const { client, control, receiver, send } = await startNetwork(t)
    const { sid } = await send({ to })
    await control.idle()
    assert.deepEqual(
      control
        .events({ type: 'status' })
        .map(({ messageStatus }) => messageStatus)
        .filter((status) => status !== 'sending'),
      statuses
    )
    const last = receiver.received.find(
      ({ params }) => params.MessageStatus === statuses.at(-1)
    )
    assert.equal(last?.params.ErrorCode, code)
    const message = await client.messages(sid).fetch()
    assert.equal(message.status, statuses.at(-1))
    assert.equal(message.errorCode, code ? Number(code) : null)
    assert.equal(message.errorMessage === null, code === undefined)
    const seen = !code || statuses.includes('delivered')
    assert.equal(control.messages({ to })[0].onHandset, seen)
  })
}

test('WhatsApp reports in its own words, and that it was read', async (t) => {
  const { control, receiver, send, ourNumber } = await startNetwork(t)
  const to = `whatsapp:${CUSTOMER}`
  const { sid } = await send({ to, from: `whatsapp:${ourNumber}` })
  assert.equal(control.read(sid), false)
  await control.idle()
  assert.equal(control.read(sid), true)
  assert.equal(control.read(sid), false)
  await control.idle()

  const [, delivered, read] = receiver.received
  assert.equal(delivered.params.EventType, 'DELIVERED')
  assert.equal(delivered.params.RawDlrDoneDate, undefined)
  const { ChannelInstallSid, ...params } = read.params
  assert.match(ChannelInstallSid, /^XE[0-9a-f]{32}$/)
  assert.equal(params.EventType, 'READ')
  assert.equal(params.MessageStatus, 'read')
  assert.equal(params.To, to)
  assert.equal(params.ChannelPrefix, 'whatsapp')
  assert.equal(params.ChannelToAddress, '+1415555XXXX')
  assert.ok(receiver.received.every(({ signed }) => signed))
})

test('SMS has no read receipts', async (t) => {
  const { control, send } = await startNetwork(t)
  const { sid } = await send()
  await control.idle()
  assert.equal(control.read(sid), false)
})

test('an outcome can be ordered, for so many messages', async (t) => {
  const { control, send } = await startNetwork(t)
  control.orderOutcome({
    steps: [{ status: 'failed', errorCode: 30008 }],
    match: { to: CUSTOMER },
    times: 1,
  })
  const results = []
  for (const to of ['+12125550123', CUSTOMER, CUSTOMER]) {
    const { sid } = await send({ to })
    await control.idle()
    results.push(control.messages().find((each) => each.sid === sid)?.status)
  }
  assert.deepEqual(results, ['delivered', 'failed', 'delivered'])
})
