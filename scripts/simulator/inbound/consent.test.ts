import assert from 'node:assert/strict'
import { test } from 'node:test'

import { CUSTOMER, startNetwork } from '../testing/startNetwork'

const OTHER = '+12125550123'

const handset = (
  { messages }: { messages: (filter: { to: string }) => { body: string }[] },
  to = CUSTOMER
) => messages({ to }).map(({ body }) => body)

for (const word of ['STOP', ' stop ', 'Unsubscribe', 'OPTOUT', 'revoke']) {
  test(`'${word}' blocks the sender for this customer, until START`, async (t) => {
    const { control, client, receiver, send } = await startNetwork(t)
    await control.receive({ from: CUSTOMER, body: word })
    assert.match(handset(control)[0], /successfully been unsubscribed/)
    await assert.rejects(send(), {
      status: 400,
      code: 21610,
      message: 'Attempt to send to unsubscribed recipient',
    })
    assert.equal((await send({ to: OTHER })).status, 'queued')
    assert.equal(control.accepted({ to: CUSTOMER }).count, 0)

    await control.receive({ from: CUSTOMER, body: 'start' })
    assert.match(handset(control)[0], /successfully been re-subscribed/)
    assert.equal((await send()).status, 'queued')
    const inbound = receiver.received.filter(({ path }) => path === '/inbound')
    assert.deepEqual(
      inbound.map(({ params }) => [params.Body, params.OptOutType]),
      [
        [word, undefined],
        ['start', undefined],
      ]
    )
    // Twilio's own answers are the customer's, not the account's.
    const listed = await client.messages.list({ to: CUSTOMER })
    assert.deepEqual(
      listed.map(({ body }) => body),
      ['Hello']
    )
  })
}

test('a word within a sentence is no opt-out', async (t) => {
  const { control, send } = await startNetwork(t)
  await control.receive({ from: CUSTOMER, body: 'Please stop by at five' })
  assert.equal((await send()).status, 'queued')
  assert.equal(control.events({ type: 'optout' }).length, 0)
})

test('HELP is answered, but not to who opted out', async (t) => {
  const { control } = await startNetwork(t)
  await control.receive({ from: CUSTOMER, body: 'HELP' })
  assert.equal(handset(control).length, 1)
  await control.receive({ from: CUSTOMER, body: 'STOP' })
  await control.receive({ from: CUSTOMER, body: 'INFO' })
  assert.equal(handset(control).length, 2)
})

test('the words can be kept from the webhook', async (t) => {
  const { control, receiver } = await startNetwork(t, { forwardOptOuts: false })
  await control.receive({ from: CUSTOMER, body: 'STOP' })
  await control.receive({ from: CUSTOMER, body: 'Hello' })
  assert.deepEqual(
    receiver.received.map(({ params }) => params.Body),
    ['Hello']
  )
})

test('Advanced Opt-Out names the word, and refuses later', async (t) => {
  const { simulator, control, receiver, send } = await startNetwork(t, {
    advancedOptOut: true,
  })
  const { messagingServiceSid } = simulator.account
  await control.receive({ from: CUSTOMER, body: 'Stop' })
  assert.equal(receiver.received[0].params.OptOutType, 'STOP')
  assert.equal(receiver.received[0].signed, true)

  const { sid, status } = await send({ from: undefined, messagingServiceSid })
  assert.equal(status, 'accepted')
  await control.idle()
  const message = control.messages().find((each) => each.sid === sid)
  assert.equal(message?.status, 'failed')
  assert.equal(message?.errorCode, 21610)
  const last = receiver.received.find(
    ({ params }) => params.MessageStatus === 'failed'
  )
  assert.equal(last?.params.ErrorCode, '21610')
})

test("WhatsApp's 24 hours begin with the customer's message", async (t) => {
  const { control, send, ourNumber } = await startNetwork(t, {
    whatsappWindow: true,
  })
  const write = async () => {
    const { sid } = await send({
      to: `whatsapp:${CUSTOMER}`,
      from: `whatsapp:${ourNumber}`,
    })
    await control.idle()
    return control.messages().find((each) => each.sid === sid)
  }
  assert.equal((await write())?.errorCode, 63016)
  await control.receive({ from: CUSTOMER, channel: 'whatsapp', body: 'Hello' })
  assert.equal((await write())?.status, 'delivered')
})
