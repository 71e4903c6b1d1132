import assert from 'node:assert/strict'
import { test } from 'node:test'

import twilio from 'twilio'

import type { Simulator } from '../createSimulator'
import { CUSTOMER, startNetwork } from '../testing/startNetwork'

const OTHER = '+12125550123'

/** A client that does not wait long: the fault is that nothing comes. */
function impatient({ account, url }: Simulator) {
  const client = twilio(account.accountSid, account.authToken, { timeout: 400 })
  client.api.baseUrl = url
  return client
}

test('a create can be answered by an error, before it is accepted or after', async (t) => {
  const { control, send } = await startNetwork(t)
  const errors: [status: number, code: number][] = [
    [429, 20429],
    [401, 20003],
    [500, 20500],
    [503, 20503],
  ]
  for (const [status, code] of errors) {
    control.addFault({ kind: 'answer', status, times: 1 })
    await assert.rejects(send(), { status, code })
  }
  assert.equal(control.accepted().count, 0)

  control.addFault({ kind: 'answer', accepted: true, times: 1 })
  await assert.rejects(send(), { status: 500 })
  assert.equal(control.accepted().count, 1)

  control.addFault({ kind: 'answer', status: 400, code: 21635, message: 'x' })
  await assert.rejects(send(), { status: 400, code: 21635, message: 'x' })
})

test('a create can go unanswered, accepted or not', async (t) => {
  const { simulator, control, receiver, ourNumber } = await startNetwork(t)
  const client = impatient(simulator)
  const message = {
    to: CUSTOMER,
    from: ourNumber,
    body: 'Hello',
    statusCallback: receiver.url('/status'),
  }
  control.addFault({ kind: 'hang', times: 1 })
  await assert.rejects(client.messages.create(message), {
    code: 'ECONNABORTED',
  })
  assert.equal(control.accepted().count, 0)

  control.addFault({ kind: 'hang', accepted: true, times: 1 })
  await assert.rejects(client.messages.create(message), {
    code: 'ECONNABORTED',
  })
  assert.equal(control.accepted().count, 1)
  // What was accepted goes on, whoever knows.
  await control.waitFor({
    type: 'callback',
    messageStatus: 'delivered',
    ok: true,
  })
})

test('a connection can be reset, after the message was accepted or before', async (t) => {
  const { control, send } = await startNetwork(t)
  control.addFault({ kind: 'reset', accepted: true, times: 1 })
  await assert.rejects(send(), { code: 'ECONNRESET' })
  assert.equal(control.accepted().count, 1)
  control.addFault({ kind: 'reset', times: 1 })
  await assert.rejects(send(), { code: 'ECONNRESET' })
  assert.equal(control.accepted().count, 1)
})

test('a slow create is accepted at once', async (t) => {
  const { control, send } = await startNetwork(t)
  control.addFault({ kind: 'slow', ms: 300, times: 1 })
  const sending = send()
  await control.waitFor({ type: 'accepted' })
  assert.equal(control.events({ type: 'request' }).length, 0)
  await sending
  const [{ durationMs }] = control.events({ type: 'request' })
  assert.ok(Number(durationMs) >= 295, String(durationMs))
})

test('connections can be refused, and come back', async (t) => {
  const { control, send } = await startNetwork(t)
  await control.refuse()
  await assert.rejects(send(), { code: 'ECONNREFUSED' })
  assert.equal(control.accepted().count, 0)
  await control.accept()
  assert.equal((await send()).status, 'queued')
})

test('callbacks can come before the answer to the create', async (t) => {
  const { control, receiver, send } = await startNetwork(t)
  control.addFault({
    kind: 'callbackFirst',
    match: { messageStatus: 'delivered' },
  })
  const { sid } = await send()
  assert.deepEqual(
    receiver.received.map(({ params }) => [
      params.MessageSid,
      params.MessageStatus,
    ]),
    [
      [sid, 'sent'],
      [sid, 'delivered'],
    ]
  )
})

test('callbacks can be dropped, doubled and delayed, by status and To', async (t) => {
  const { control, receiver, send } = await startNetwork(t)
  control.addFault({ kind: 'drop', match: { messageStatus: 'sent' } })
  control.addFault({ kind: 'duplicate', copies: 2, match: { to: OTHER } })
  control.addFault({ kind: 'delay', ms: 300, match: { to: CUSTOMER } })
  const started = Date.now()
  await send()
  await send({ to: OTHER })
  await control.idle()
  const statuses = receiver.received.map(({ params }) => [
    params.To,
    params.MessageStatus,
  ])
  assert.deepEqual(statuses, [
    [OTHER, 'delivered'],
    [OTHER, 'delivered'],
    [OTHER, 'delivered'],
    [CUSTOMER, 'delivered'],
  ])
  assert.ok(Date.now() - started >= 295)
  assert.equal(control.events({ type: 'callback', fault: 'drop' }).length, 2)
})

test("a message's callbacks can come in another order", async (t) => {
  const { control, receiver, send } = await startNetwork(t)
  control.addFault({ kind: 'reorder', times: 1 })
  await send()
  await control.idle()
  await send()
  await control.idle()
  assert.deepEqual(
    receiver.received.map(({ params }) => params.MessageStatus),
    ['delivered', 'sent', 'sent', 'delivered']
  )
})

test('a signature can be wrong', async (t) => {
  const { control, receiver, send } = await startNetwork(t)
  control.addFault({ kind: 'badSignature', times: 1 })
  await send()
  await control.idle()
  assert.deepEqual(
    receiver.received.map(({ signed }) => signed),
    [false, true]
  )
})

test('an inbound webhook can be doubled, with one and the same SID', async (t) => {
  const { control, receiver } = await startNetwork(t)
  control.addFault({
    kind: 'duplicate',
    copies: 19,
    match: { webhook: 'message' },
  })
  const { sid } = await control.receive({ from: CUSTOMER, body: 'Hello' })
  assert.equal(receiver.received.length, 20)
  assert.ok(receiver.received.every(({ params }) => params.MessageSid === sid))
})

test('other calls than the create can fail too', async (t) => {
  const { client, control, send } = await startNetwork(t)
  const { sid } = await send()
  control.addFault({
    kind: 'answer',
    status: 503,
    match: { operation: 'fetch' },
  })
  await assert.rejects(client.messages(sid).fetch(), { status: 503 })
  assert.equal((await client.messages.list()).length, 1)
})

test('more calls at once than are allowed are answered 429, and not accepted', async (t) => {
  const { control, send } = await startNetwork(t, { maxConcurrentRequests: 2 })
  control.addFault({ kind: 'slow', ms: 200 })
  const results = await Promise.allSettled(
    Array.from({ length: 5 }, () => send())
  )
  const refused = results.flatMap((result) =>
    result.status === 'rejected' ? [result.reason.code] : []
  )
  assert.deepEqual(refused, [20429, 20429, 20429])
  assert.equal(control.accepted().count, 2)
})

test('a fault strikes as often as it should, and as likely', async (t) => {
  const { control, send } = await startNetwork(t)
  const outcomes = async () => {
    control.reset(42)
    control.addFault({ kind: 'answer', probability: 0.5 })
    const results = []
    for (let index = 0; index < 20; index++) {
      results.push(
        await send({ statusCallback: undefined }).then(
          () => true,
          () => false
        )
      )
    }
    return results
  }
  const first = await outcomes()
  assert.ok(first.includes(true) && first.includes(false))
  assert.deepEqual(await outcomes(), first)

  control.reset()
  const { id } = control.addFault({ kind: 'answer', times: 2 })
  await assert.rejects(send())
  await assert.rejects(send())
  assert.equal((await send()).status, 'queued')
  assert.equal(control.faults()[0].struck, 2)
  assert.equal(control.removeFault(id), true)
  assert.equal(control.removeFault(id), false)
})

test('a fault that makes no sense is refused', async (t) => {
  const { control } = await startNetwork(t)
  const nonsense = [
    { kind: 'explode' },
    { kind: 'answer', status: 200 },
    { kind: 'drop', times: 0 },
    { kind: 'drop', probability: 2 },
    { kind: 'drop', match: { colour: 'red' } },
  ]
  for (const order of nonsense) {
    assert.throws(() => control.addFault(order as never), { statusCode: 400 })
  }
})

test('some numbers bring their fault with them', async (t) => {
  const { simulator, control, receiver, send } = await startNetwork(t)
  await assert.rejects(send({ to: '+14155590429' }), { code: 20429 })
  await assert.rejects(send({ to: '+14155590401' }), { code: 20003 })
  await assert.rejects(send({ to: '+14155590500' }), { status: 500 })
  assert.equal(control.accepted().count, 0)
  await assert.rejects(send({ to: '+14155590501' }), { status: 500 })
  await assert.rejects(send({ to: '+14155590505' }), { code: 'ECONNRESET' })
  await assert.rejects(
    impatient(simulator).messages.create({
      to: '+14155590504',
      from: simulator.account.phoneNumber,
      body: 'Hello',
    }),
    { code: 'ECONNABORTED' }
  )
  assert.equal(control.accepted().count, 3)

  const statusesOf = async (to: string) => {
    await control.idle()
    receiver.received.length = 0
    await send({ to })
    await control.idle()
    return receiver.received.map(({ params }) => params.MessageStatus)
  }
  assert.deepEqual(await statusesOf('+14155590003'), ['delivered', 'sent'])
  const doubled = await statusesOf('+14155590004')
  assert.deepEqual(doubled.sort(), ['delivered', 'delivered', 'sent', 'sent'])
  assert.deepEqual(await statusesOf('+14155590005'), [])
})
