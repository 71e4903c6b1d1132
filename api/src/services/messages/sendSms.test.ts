import { emptyDatabase } from 'test-support/emptyDatabase'
import { firstOf } from 'test-support/firstOf'
import { ask, codeOf, type Credentials, keyFor } from 'test-support/graphql'
import { CUSTOMER, findMessage, OURS } from 'test-support/messages'
import { serveWebhooks } from 'test-support/webhookServer'

import { handler as twilioCallback } from 'src/functions/twilioCallback/twilioCallback'
import { config } from 'src/lib/config/config'
import { db } from 'src/lib/db'
import { listen } from 'src/lib/live/listen'
import { errorMessage } from 'src/lib/messaging/errorCatalogue/errorCatalogue'
import { twilioClient } from 'src/lib/twilio/twilioClient'

import {
  createSimulator,
  type Simulator,
} from '../../../../scripts/simulator/createSimulator'

let simulator: Simulator
let webhooks: Awaited<ReturnType<typeof serveWebhooks>>
let agent: Credentials

beforeAll(async () => {
  webhooks = await serveWebhooks({ twilioCallback })
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
  agent = await keyFor('AGENT')
})

const SEND = `mutation (
  $to: String!, $body: String!, $from: String, $mediaUrls: [String!], $sendAt: DateTime, $idempotencyKey: String,
  $validityPeriod: Int
) {
  sendSms(
    to: $to, body: $body, from: $from, mediaUrls: $mediaUrls, sendAt: $sendAt, idempotencyKey: $idempotencyKey,
    validityPeriod: $validityPeriod
  ) { id sid status errorCode errorMessage }
}`

const SERVICE = 'MG0123456789abcdef0123456789abcdef'

const hello = { to: CUSTOMER, body: 'Hello' }

const send = (change: object = {}) => ask(agent, SEND, { ...hello, ...change })

const inMinutes = (minutes: number) =>
  new Date(Date.now() + minutes * 60_000).toISOString()

const DAY = 24 * 60

it('takes what can be sent', async () => {
  const { data, errors } = await send()
  expect(errors).toBeUndefined()
  expect(data.sendSms).toMatchObject({ status: 'QUEUED', errorCode: null })
  expect(simulator.control.accepted().sids).toEqual([data.sendSms.sid])
})

it('writes to no address that one of our channels has', async () => {
  const address = '+15005550008'
  const channel = { kinds: ['SMS' as const], name: 'Support' }
  await db.channel.create({ data: { address, ...channel } })
  expect(codeOf(await send({ to: address }))).toEqual('BAD_USER_INPUT')
  expect(simulator.control.accepted().sids).toEqual([])
})

describe('a value that is none of its type is told as such', () => {
  it.each<[string, string, object]>([
    ['a time', SEND, { ...hello, sendAt: 'tomorrow' }],
    ['a number', SEND, { ...hello, validityPeriod: 'long' }],
    ['nothing', SEND, { body: 'Hello' }],
    [
      'in the document',
      `mutation { sendSms(to: "${CUSTOMER}", body: "Hello", sendAt: "tomorrow") { id } }`,
      {},
    ],
  ])('%s', async (_what, document, variables) => {
    const answer = await ask(agent, document, variables)
    expect(codeOf(answer)).toEqual('BAD_USER_INPUT')
    expect(await db.message.count()).toEqual(0)
  })
})

describe('what must not become a message', () => {
  const pictures = Array(11).fill('https://example.com/a.png')

  it.each<[string, () => object, RegExp]>([
    [
      'a number that can not exist',
      () => ({ to: '+1 000 000 0000' }),
      /not a phone number/,
    ],
    [
      'a number of no country',
      () => ({ to: '+999 123 456 789' }),
      /not a phone number/,
    ],
    ['a number that is too long', () => ({ to: '+1415555010000000' }), /not a/],
    ['our own sender', () => ({ to: OURS }), /our own sender/],
    [
      'our own sender, through a Messaging Service',
      () => ({ to: OURS, from: SERVICE }),
      /our own sender/,
    ],
    [
      'our own sender over WhatsApp, from another one',
      () => ({ to: `whatsapp:${OURS}`, from: '+15005550007' }),
      /our own sender/,
    ],
    [
      'our own sender, written otherwise',
      () => ({ to: '+1 (500) 555-0006' }),
      /our own sender/,
    ],
    [
      'one character too many',
      () => ({ body: 'a'.repeat(1601) }),
      /1601 characters.*1600/,
    ],
    ['eleven pictures', () => ({ mediaUrls: pictures }), /10/],
    ['nothing to say', () => ({ body: ' \n ' }), /empty/],
    ['a date in the past', () => ({ sendAt: inMinutes(-1) }), /passed/],
    [
      'a date in another century',
      () => ({ sendAt: inMinutes(100 * 365 * DAY) }),
      /a year/,
    ],
    [
      'too near a date for a Messaging Service',
      () => ({ sendAt: inMinutes(4), from: SERVICE }),
      /5 minutes to 35 days/,
    ],
    [
      'too far a date for a Messaging Service',
      () => ({ sendAt: inMinutes(36 * DAY), from: SERVICE }),
      /5 minutes to 35 days/,
    ],
    [
      'a validity of more than ten hours',
      () => ({ validityPeriod: 36_001 }),
      /36000 seconds/,
    ],
    ['no validity', () => ({ validityPeriod: 0 }), /1 to 36000/],
  ])('%s', async (_what, change, words) => {
    const answer = await send(change())
    expect(codeOf(answer)).toEqual('BAD_USER_INPUT')
    expect(answer.errors?.[0].message).toMatch(words)
    expect(await db.message.count()).toEqual(0)
    expect(await db.contact.count()).toEqual(0)
    expect(simulator.control.accepted().count).toEqual(0)
  })
})

it('is FAILED with the plain cause where only Twilio knows better: a landline', async () => {
  const { data, errors } = await send({ to: '+15005550009' })
  expect(errors).toBeUndefined()
  expect(data.sendSms).toMatchObject({
    sid: null,
    status: 'FAILED',
    errorCode: 21614,
    errorMessage: errorMessage(21614),
  })
  expect(errorMessage(21614)).toMatch(/landline|mobile/i)
  expect(simulator.control.accepted().count).toEqual(0)
})

it('takes a date at which Twilio would not keep it, and keeps it here', async () => {
  for (const sendAt of [inMinutes(1), inMinutes(200 * DAY)]) {
    const { data } = await send({ sendAt })
    expect(data.sendSms).toMatchObject({ status: 'SCHEDULED', sid: null })
  }
  expect(simulator.control.accepted().count).toEqual(0)
})

it('has Twilio keep a Messaging Service’s for later', async () => {
  const { messagingServiceSid } = simulator.account
  const { data, errors } = await send({
    sendAt: inMinutes(DAY),
    from: messagingServiceSid,
  })
  expect(errors).toBeUndefined()
  expect(data.sendSms).toMatchObject({ status: 'SCHEDULED' })
  expect(simulator.control.accepted().sids).toEqual([data.sendSms.sid])
})

it('is answered in time though Twilio is slow, and sent once', async () => {
  jest.replaceProperty(config, 'sendWaitMs', 50)
  simulator.control.addFault({ kind: 'slow', ms: 500, times: 1 })
  const { data } = await send()
  const { id, ...rest } = data.sendSms
  expect(rest).toMatchObject({ status: 'PENDING', sid: null, errorCode: null })
  await firstOf(1, listen(['messageStatusChanged']))
  expect(await findMessage(id)).toMatchObject({
    sid: expect.stringMatching(/^SM/),
  })
  expect(simulator.control.accepted().count).toEqual(1)
})

describe('an idempotency key', () => {
  it('makes one message of twenty requests at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => send({ idempotencyKey: 'order-17' }))
    )
    expect(answers.flatMap(({ errors }) => errors ?? [])).toEqual([])
    const ids = answers.map(({ data }) => data.sendSms.id)
    expect(new Set(ids).size).toEqual(1)
    expect(await db.message.count()).toEqual(1)
    expect(simulator.control.accepted().count).toEqual(1)
  })

  it.each<[string, () => object]>([
    ['another text', () => ({ body: 'Goodbye' })],
    ['another recipient', () => ({ to: '+14155550101' })],
    ['another sender', () => ({ from: '+15005550007' })],
    ['another time', () => ({ sendAt: inMinutes(60) })],
    ['another validity', () => ({ validityPeriod: 60 })],
  ])('is a mistake with %s', async (_what, change) => {
    await send({ idempotencyKey: 'order-17' })
    const answer = await send({ idempotencyKey: 'order-17', ...change() })
    expect(codeOf(answer)).toEqual('BAD_USER_INPUT')
    expect(await db.message.count()).toEqual(1)
    expect(simulator.control.accepted().count).toEqual(1)
  })

  it('is its author’s own: another program may use the same', async () => {
    const other = await keyFor('AGENT')
    const keyed = { ...hello, idempotencyKey: 'order-17' }
    await ask(agent, SEND, keyed)
    await ask(other, SEND, keyed)
    expect(simulator.control.accepted().count).toEqual(2)
  })
})
