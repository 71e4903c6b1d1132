import http from 'node:http'

import { emptyDatabase } from 'test-support/emptyDatabase'
import {
  conversationWith,
  CUSTOMER,
  findMessage,
  OURS,
  timelineOf,
} from 'test-support/messages'
import { serveWebhooks } from 'test-support/webhookServer'

import { handler as twilioCallback } from 'src/functions/twilioCallback/twilioCallback'
import { handler as twilioMessage } from 'src/functions/twilioMessage/twilioMessage'
import { db } from 'src/lib/db'
import { twilioClient } from 'src/lib/twilio/twilioClient'

import {
  createSimulator,
  type Simulator,
} from '../../../../scripts/simulator/createSimulator'

import { sendMessage } from './sendMessage'
import { finished } from './underway'

let simulator: Simulator
let webhooks: Awaited<ReturnType<typeof serveWebhooks>>

beforeAll(async () => {
  webhooks = await serveWebhooks({ twilioCallback, twilioMessage })
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
    delays: { queued: 1, sending: 2, sent: 3, delivered: 4, later: 5 },
    retryDelay: 1,
    inboundUrl: webhooks.url('twilioMessage'),
  })
})

const { any } = expect

/** Sends, and lets Twilio do all that it has to do. */
const send = async (to: string, body = 'Hello') => {
  const answered = await sendMessage({ to, body }, {})
  // Who waits too long for Twilio is answered before it has the message.
  await finished()
  await simulator.control.idle()
  return { answered, message: await findMessage(answered.id) }
}

const story = async (message: { id: string }) =>
  (await timelineOf(message)).map(
    ({ source, status, disposition }) => `${source} ${status} ${disposition}`
  )

it('a message goes out, and its status comes back', async () => {
  const { answered, message } = await send(CUSTOMER, 'Is it ready? 👋')
  expect(answered).toMatchObject({ status: any(String), sid: any(String) })
  expect(message).toMatchObject({
    status: 'DELIVERED',
    sentAt: any(Date),
    deliveredAt: any(Date),
    numSegments: 1,
  })
  const [first, ...others] = await timelineOf(message)
  expect(first).toMatchObject({ source: 'API', status: 'QUEUED' })
  // Two callbacks of one moment may overtake each other, here as with Twilio.
  expect(others.map(({ status }) => status).sort()).toEqual([
    'DELIVERED',
    'SENT',
  ])
  expect(simulator.control.messages()).toMatchObject([
    { sid: message.sid, to: CUSTOMER, body: 'Is it ready? 👋' },
  ])
})

it('the customer’s answer comes in', async () => {
  await send(CUSTOMER)
  await simulator.control.receive({
    from: CUSTOMER,
    to: OURS,
    body: ' Yes 👍 ',
  })
  expect(await conversationWith(CUSTOMER)).toMatchObject({
    messageCount: 2,
    unreadCount: 1,
    messages: [
      { direction: 'OUTBOUND' },
      { direction: 'INBOUND', body: ' Yes 👍 ', status: 'RECEIVED' },
    ],
  })
})

it('a message to a phone that can’t be reached ends with its cause', async () => {
  const { message } = await send('+14155530003')
  expect(message).toMatchObject({ status: 'UNDELIVERED', errorCode: 30003 })
})

it('a message that is refused ends at once, and nobody gets it', async () => {
  const { answered } = await send('+15005550009')
  expect(answered).toMatchObject({
    status: 'FAILED',
    errorCode: 21614,
    sid: null,
  })
  expect(simulator.control.messages()).toEqual([])
})

it.each([
  ['in reverse order', '+14155590003'],
  ['twice each', '+14155590004'],
  ['before the create is answered', '+14155590006'],
])('its callbacks come %s: it ends the same', async (_how, to) => {
  const { message } = await send(to)
  expect(message.status).toEqual('DELIVERED')
  const reports = await story(message)
  expect(
    reports.filter((report) => report.endsWith('APPLIED')).length
  ).toBeGreaterThan(0)
  expect(reports.join()).not.toMatch(/CONFLICT|UNKNOWN|PARKED/)
})

it('a carrier that says undelivered and then delivered has delivered', async () => {
  const { message } = await send('+14155590002')
  expect(message).toMatchObject({ status: 'DELIVERED', errorCode: null })
  // Whichever came first: the second is the one that contradicts.
  const finals = (await story(message)).filter((report) =>
    /DELIVERED/.test(report)
  )
  expect(finals).toHaveLength(2)
  expect(finals[0]).toMatch(/DELIVERED APPLIED$/)
  expect(finals[1]).toMatch(/DELIVERED CONFLICT$/)
})

it.each([
  ['answers 500, having accepted it', '+14155590501'],
  ['never answers, having accepted it', '+14155590504'],
  ['breaks the connection, having accepted it', '+14155590505'],
])(
  'Twilio %s: its callbacks bring the SID, and it is sent once',
  async (_what, to) => {
    const { answered, message } = await send(to)
    // What is known when the operator is answered depends on who was quicker.
    expect(['UNCONFIRMED', 'SENT', 'DELIVERED']).toContain(answered.status)
    expect(message).toMatchObject({ status: 'DELIVERED', sid: any(String) })
    expect(simulator.control.accepted({ to })).toEqual({
      count: 1,
      sids: [message.sid],
    })
  }
)

it('Twilio answers 500 and has not accepted it: nobody knows, and nothing is sent again', async () => {
  const { message } = await send('+14155590500')
  expect(message).toMatchObject({ status: 'UNCONFIRMED', sid: null })
  expect(simulator.control.messages()).toEqual([])
})

it('Twilio’s doors are shut: the message waits', async () => {
  await simulator.control.refuse()
  // A connection that was kept is no refused one: what is written into it while it dies has an unknown outcome.
  http.globalAgent.destroy()
  const answered = await sendMessage({ to: CUSTOMER, body: 'Hello' }, {})
  await simulator.control.accept()
  expect(answered).toMatchObject({ status: 'PENDING', sid: null })
  expect(simulator.control.messages()).toEqual([])
})

it('a hundred at once are a hundred, each sent once and delivered', async () => {
  await Promise.all(
    Array.from({ length: 100 }, (_, n) =>
      sendMessage({ to: `+1415555${2000 + n}`, body: 'Hello' }, {})
    )
  )
  // Who waits too long for Twilio is answered before it has the message.
  await finished()
  await simulator.control.idle()
  const messages = await db.message.findMany()
  expect(messages.filter(({ status }) => status === 'DELIVERED')).toHaveLength(
    100
  )
  expect(simulator.control.accepted().count).toEqual(100)
})
