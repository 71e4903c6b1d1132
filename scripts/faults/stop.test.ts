import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'

import { startProxy } from '../crash/support/proxy'

import { until } from './until'
import { createWorld, type World } from './world'

let world: World

before(async () => {
  world = await createWorld('heliograph_stop')
})
afterEach(() => {
  world.simulator.control.clearFaults()
  return world.stopAll()
})
after(() => world.close())

const SEND = `mutation ($to: String!) {
  sendSms(to: $to, body: "Before the end") { id sid status }
}`

interface Sent {
  sendSms: { id: string; sid: string | null; status: string }
}

/** Twilio takes the message, and takes its time to say so. */
const slow = (ms: number) =>
  world.simulator.control.addFault({ kind: 'slow', ms, times: 1 })

const assertSentOnce = async (to: string) => {
  const { sids } = world.simulator.control.accepted({ to })
  const rows = await world.rowsTo(to)
  assert.equal(sids.length, 1)
  assert.deepEqual(
    rows.map(({ sid }) => sid),
    sids
  )
}

const isCalled = (to: string) => async () =>
  world.simulator.control.accepted({ to }).count === 1

test('an attempt whose sender was answered long ago is waited for', async () => {
  const to = '+14155551001'
  const api = await world.start({
    SEND_WAIT_MS: '50',
    TWILIO_TIMEOUT_MS: '10000',
  })
  slow(2_000)
  const { sendSms } = await api.query<Sent>(SEND, { to })
  assert.deepEqual(
    { sid: sendSms.sid, status: sendSms.status },
    { sid: null, status: 'PENDING' }
  )
  assert.equal(await api.stop(), 0)
  await assertSentOnce(to)
})

test('who still waits for an attempt is answered at once, and the attempt is waited for', async () => {
  const to = '+14155551002'
  const api = await world.start({
    SEND_WAIT_MS: '60000',
    TWILIO_TIMEOUT_MS: '10000',
  })
  slow(2_000)
  const answer = api.query<Sent>(SEND, { to })
  await until('Twilio has the message', isCalled(to))
  const code = api.stop()
  assert.equal((await answer).sendSms.status, 'PENDING')
  assert.equal(await code, 0)
  await assertSentOnce(to)
})

test('an attempt that Twilio never answers ends with the process: its outcome is unknown, and Twilio will be asked', async () => {
  const to = '+14155551003'
  const api = await world.start({ SEND_WAIT_MS: '50' })
  world.simulator.control.addFault({ kind: 'hang', accepted: true, times: 1 })
  await api.query<Sent>(SEND, { to })
  assert.equal(await api.stop(), 0)
  const [{ status }] = await world.rowsTo(to)
  assert.equal(status, 'UNCONFIRMED')

  await world.start()
  await until('Twilio was asked', async () => {
    const [{ sid }] = await world.rowsTo(to)
    return sid !== null
  })
  await assertSentOnce(to)
})

test('a database that is gone keeps nobody from ending', async () => {
  const proxy = await startProxy(world.databaseUrl)
  const api = await world.start({ DATABASE_URL: proxy.url })
  await proxy.cut()
  assert.equal(await api.stop(), 0)
})
