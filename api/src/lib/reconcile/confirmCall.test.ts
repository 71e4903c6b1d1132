import { emptyDatabase } from 'test-support/emptyDatabase'
import { CUSTOMER, newSid } from 'test-support/messages'
import { serveWebhooks } from 'test-support/webhookServer'

import { handler as twilioVoice } from 'src/functions/twilioVoice/twilioVoice'
import { callTimeline } from 'src/lib/calls/callTimeline'
import { pool } from 'src/lib/database/pool'
import { db } from 'src/lib/db'
import { twilioClient } from 'src/lib/twilio/twilioClient'

import {
  createSimulator,
  type Simulator,
} from '../../../../scripts/simulator/createSimulator'

import { CallGoesOnError, confirmCall } from './confirmCall'

let simulator: Simulator
let webhooks: Awaited<ReturnType<typeof serveWebhooks>>

beforeAll(async () => {
  webhooks = await serveWebhooks({ twilioVoice })
  simulator = createSimulator()
  twilioClient.api.baseUrl = await simulator.listen()
})

afterAll(async () => {
  await simulator.close()
  await webhooks.close()
})

beforeEach(async () => {
  await emptyDatabase()
  simulator.control.reset()
  simulator.control.changeSettings({
    delays: { speech: 1 },
    retryDelay: 1,
    voiceUrl: webhooks.url('twilioVoice'),
    voiceStatusUrl: webhooks.url('twilioVoice?event=status'),
  })
})

const jobs = async (sid: string) => {
  const { rows } = await pool.query(
    `SELECT extract(epoch FROM run_at - now())::int AS seconds
     FROM graphile_worker.jobs WHERE key = $1`,
    [`confirmCall:${sid}`]
  )
  return rows
}

const findCall = (sid: string) =>
  db.call.findUniqueOrThrow({
    where: { sid },
    include: { recordings: true, message: { include: { media: true } } },
  })

type Order = Parameters<Simulator['control']['call']>[0]

const call = async (order: Partial<Order> = {}) => {
  const made = await simulator.control.call({ from: CUSTOMER, ...order })
  await simulator.control.idle()
  return made
}

const loseCallbacks = () =>
  simulator.control.addFault({ kind: 'drop', match: { webhook: 'status' } })

it('nobody is asked about a call whose end was told', async () => {
  const { sid } = await call()
  expect(await findCall(sid)).toMatchObject({ status: 'COMPLETED' })
  expect(await jobs(sid)).toEqual([])
})

it('Twilio is asked about a call whose end was not told', async () => {
  loseCallbacks()
  const { sid, seconds } = await call({ speaks: 0 })
  expect(await findCall(sid)).toMatchObject({ status: 'RINGING' })
  const [{ seconds: wait }] = await jobs(sid)
  expect(wait).toBeGreaterThan(280)
  expect(wait).toBeLessThanOrEqual(300)

  await confirmCall(sid)
  expect(await findCall(sid)).toMatchObject({
    status: 'COMPLETED',
    durationSeconds: seconds,
    message: { from: CUSTOMER },
  })
  expect(await callTimeline(sid)).toMatchObject([
    { status: 'RINGING', source: 'CALLBACK' },
    { status: 'COMPLETED', source: 'RECONCILER', disposition: 'APPLIED' },
  ])
  expect(await jobs(sid)).toEqual([])
})

it('a voicemail that was not told is found with it', async () => {
  loseCallbacks()
  const { sid, recordings } = await call({ speaks: 2, hangsUp: false })
  const told = await findCall(sid)
  expect(told).toMatchObject({ status: 'IN_PROGRESS' })
  await db.callRecording.deleteMany()
  await db.media.deleteMany()

  await confirmCall(sid)
  await confirmCall(sid)
  expect(await findCall(sid)).toMatchObject({
    status: 'COMPLETED',
    recordings: [{ sid: recordings[0].sid, durationSeconds: 2 }],
    message: { media: [{ url: told.message?.media[0].url }] },
  })
})

it('a call that goes on is asked about again', async () => {
  simulator.control.changeSettings({ delays: { speech: 60_000 } })
  const unfinished = simulator.control.call({ from: CUSTOMER })
  const [{ callSid }] = await simulator.control.waitFor({
    type: 'call',
    callStatus: 'in-progress',
  })
  await expect(confirmCall(String(callSid))).rejects.toThrow(CallGoesOnError)
  expect(await findCall(String(callSid))).toMatchObject({
    status: 'IN_PROGRESS',
  })
  simulator.control.reset()
  await expect(unfinished).rejects.toThrow('reset')
})

it('a call that Twilio has not is left as it is', async () => {
  const sid = newSid('CA')
  await confirmCall(sid)
  expect(await db.call.count()).toBe(0)
})
