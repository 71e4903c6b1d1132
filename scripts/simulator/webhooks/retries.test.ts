import assert from 'node:assert/strict'
import net, { type AddressInfo } from 'node:net'
import { test, type TestContext } from 'node:test'

import { startNetwork, type TestNetwork } from '../testing/startNetwork'

/** Only the first callback of a message, to count its attempts. */
async function startWithOneCallback(t: TestContext): Promise<TestNetwork> {
  const network = await startNetwork(t)
  network.control.orderOutcome({ steps: [{ status: 'sent' }] })
  return network
}

/** A port that was free a moment ago: nothing listens there. */
async function closedPort(): Promise<number> {
  const server = net.createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

const attempts = ({ control }: TestNetwork) =>
  control.events({ type: 'callback' }).map(({ attempt }) => attempt)

test('an error answer is not repeated by itself', async (t) => {
  const network = await startWithOneCallback(t)
  const { control, receiver, send } = network
  for (const status of [500, 503, 404]) {
    receiver.answers.push({ status })
    await send()
    await control.idle()
  }
  const events = control.events({ type: 'callback' })
  assert.deepEqual(
    events.map(({ attempt, httpStatus, errorCode, ok, final }) => [
      attempt,
      httpStatus,
      errorCode,
      ok,
      final,
    ]),
    [
      [1, 500, 11200, false, true],
      [1, 503, 11200, false, true],
      [1, 404, 11200, false, true],
    ]
  )
  assert.equal(receiver.received.length, 3)
})

test('no connection is repeated once by itself, and as often as the fragment says', async (t) => {
  const network = await startWithOneCallback(t)
  const { control, send } = network
  const url = `http://127.0.0.1:${await closedPort()}/x`
  const repeats: [fragment: string, attempts: number][] = [
    ['', 2],
    ['#rc=0', 1],
    ['#rc=5&rp=all', 6],
    ['#rc=3&rp=5xx', 1],
    ['#rc=9&rp=ct', 2], // more than 5 is no value: the default stands
  ]
  for (const [fragment, count] of repeats) {
    const since = control.lastSeq()
    await send({ statusCallback: url + fragment })
    await control.idle()
    const events = control.events({ type: 'callback' }, since)
    assert.equal(events.length, count, fragment)
    assert.deepEqual(
      events.map(({ error, errorCode, final }) => [error, errorCode, final]),
      Array.from({ length: count }, (_, index) => [
        'ECONNREFUSED',
        11205,
        index === count - 1,
      ])
    )
    assert.equal(new Set(events.map((each) => each.idempotencyToken)).size, 1)
  }
})

test('the fragment is neither sent nor signed, and steers what is repeated', async (t) => {
  const network = await startWithOneCallback(t)
  const { control, receiver, send } = network
  receiver.answers.push({ status: 503 }, { status: 500 }, { status: 204 })
  await send({
    statusCallback: receiver.url('/status?message=7#rc=5&rp=5xx'),
  })
  await control.idle()
  assert.deepEqual(attempts(network), [1, 2, 3])
  const tokens = receiver.received.map(({ path, signed, headers }) => {
    assert.equal(path, '/status?message=7')
    assert.equal(signed, true)
    return headers['i-twilio-idempotency-token']
  })
  assert.equal(new Set(tokens).size, 1)

  receiver.answers.push({ status: 404 })
  const since = control.lastSeq()
  await send({ statusCallback: receiver.url('/status#rc=5&rp=5xx') })
  await control.idle()
  assert.equal(control.events({ type: 'callback' }, since).length, 1)
})

test('an answer that does not come in time is given up, and repeated only if asked', async (t) => {
  const network = await startWithOneCallback(t)
  const { control, receiver, send } = network
  let release = () => {}
  const never = new Promise<void>((resolve) => (release = resolve))
  t.after(() => release())

  receiver.answers.push({ when: never })
  await send({ statusCallback: receiver.url('/status#rt=100') })
  await control.idle()
  receiver.answers.push({ when: never })
  await send({ statusCallback: receiver.url('/status#rt=100&rc=1&rp=rt') })
  await control.idle()
  assert.deepEqual(
    control
      .events({ type: 'callback' })
      .map(({ attempt, ok, error }) => [attempt, ok, error]),
    [
      [1, false, 'No answer in time'],
      [1, false, 'No answer in time'],
      [2, true, null],
    ]
  )
})

test('all attempts together end when the total time does', async (t) => {
  const network = await startWithOneCallback(t)
  const { control, receiver, send } = network
  let release = () => {}
  const never = new Promise<void>((resolve) => (release = resolve))
  t.after(() => release())
  for (let index = 0; index < 7; index++) receiver.answers.push({ when: never })

  await send({ statusCallback: receiver.url('/status#tt=200&rc=5&rp=all') })
  await control.idle()
  const [{ error }, ...more] = control.events({ type: 'callback' })
  assert.equal(error, 'The time for all attempts is over')
  assert.equal(more.length, 0)

  const since = control.lastSeq()
  await send({
    statusCallback: receiver.url('/status#rt=100&tt=150&rc=5&rp=all'),
  })
  await control.idle()
  const attempts = control.events({ type: 'callback' }, since)
  assert.ok(attempts.length <= 2, `${attempts.length} attempts`)
})

test('a connection that breaks is repeated if asked; half an answer never', async (t) => {
  const network = await startWithOneCallback(t)
  const { control, receiver, send } = network
  receiver.answers.push({ breaks: 'before' })
  await send({ statusCallback: receiver.url('/status#rc=5&rp=all') })
  await control.idle()
  assert.deepEqual(attempts(network), [1, 2])

  receiver.answers.push({ status: 200, breaks: 'half-way' })
  const since = control.lastSeq()
  await send({ statusCallback: receiver.url('/status#rc=5&rp=all') })
  await control.idle()
  const [event, ...more] = control.events({ type: 'callback' }, since)
  assert.equal(more.length, 0)
  assert.equal(event.errorCode, 11206)
})

test('the user and password of a URL are sent as a header and not signed', async (t) => {
  const network = await startWithOneCallback(t)
  const { control, receiver, send } = network
  const url = receiver.url('/status').replace('//', '//user:pass@')
  await send({ statusCallback: url })
  await control.idle()
  const [{ headers, signed }] = receiver.received
  assert.equal(headers.authorization, `Basic ${btoa('user:pass')}`)
  assert.equal(signed, true)
})
