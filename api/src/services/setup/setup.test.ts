import { emptyDatabase } from 'test-support/emptyDatabase'
import { ask, codeOf, type Credentials, keyFor } from 'test-support/graphql'
import { newNumber, OURS, saveMessage } from 'test-support/messages'
import { serveWebhooks } from 'test-support/webhookServer'

import { handler as twilioCallback } from 'src/functions/twilioCallback/twilioCallback'
import { handler as twilioMessage } from 'src/functions/twilioMessage/twilioMessage'
import { config } from 'src/lib/config/config'
import { db } from 'src/lib/db'
import { functionUrl } from 'src/lib/twilio/callbackUrl'
import { twilioClient } from 'src/lib/twilio/twilioClient'

import {
  createSimulator,
  type Simulator,
} from '../../../../scripts/simulator/createSimulator'

let simulator: Simulator
let webhooks: Awaited<ReturnType<typeof serveWebhooks>>
let admin: Credentials

beforeAll(async () => {
  webhooks = await serveWebhooks({ twilioCallback, twilioMessage })
  simulator = createSimulator()
  const url = await simulator.listen()
  for (const part of ['api', 'conversations', 'messaging'] as const) {
    twilioClient[part].baseUrl = url
  }
})

afterAll(async () => {
  await simulator.close()
  await webhooks.close()
})

const messagesUrl = () => `${functionUrl('twilioMessage')}#rc=5&rp=all`
const callsUrl = () => functionUrl('twilioVoice')
const callStatusUrl = () =>
  `${functionUrl('twilioVoice', '?event=status')}#rc=5&rp=all`

beforeEach(async () => {
  await emptyDatabase()
  admin = await keyFor('ADMIN')
  simulator.control.reset()
  simulator.control.changeSettings({
    delays: { queued: 1, sending: 2, sent: 3, delivered: 4, later: 5 },
    retryDelay: 1,
    inboundUrl: webhooks.url('twilioMessage'),
  })
})

const channel = (change: object = {}) =>
  db.channel.create({
    data: {
      address: OURS,
      name: 'Main number',
      kinds: ['SMS'],
      holidays: [],
      ...change,
    },
  })

interface Url {
  purpose: string
  place: string
  expected: string
  current: string | null
  state: string
  note: string | null
}

const readSetup = async () => {
  const { data, errors } = await ask(
    admin,
    `{ setup {
      publicOrigin isReachable accountSid
      senders { address name kind urls { purpose place expected current state note } }
    } }`
  )
  expect(errors).toBeUndefined()
  return data.setup
}

const urlsOf = async (address: string | null): Promise<Url[]> => {
  const { senders } = await readSetup()
  return senders.find(
    (sender: { address: string | null }) => sender.address === address
  ).urls
}

describe('the setup', () => {
  it('says what is set as it should be', async () => {
    await channel({ kinds: ['SMS', 'VOICE', 'WHATSAPP'] })
    simulator.control.changeSettings({
      inboundUrl: messagesUrl(),
      voiceUrl: callsUrl(),
      voiceStatusUrl: callStatusUrl(),
    })
    const { publicOrigin, senders } = await readSetup()
    expect(publicOrigin).toEqual(config.publicOrigin)
    expect(senders[0]).toMatchObject({
      address: OURS,
      name: 'Main number',
      kind: 'PHONE_NUMBER',
    })
    expect(
      senders[0].urls.map(({ purpose, expected, state, note }: Url) => [
        purpose,
        expected,
        state,
        note,
      ])
    ).toEqual([
      ['MESSAGES', messagesUrl(), 'SET', null],
      ['CALLS', callsUrl(), 'SET', null],
      ['CALL_STATUS', callStatusUrl(), 'SET', null],
      // The WhatsApp sender's.
      ['MESSAGES', messagesUrl(), 'SET', null],
    ])
  })

  it('says what else is set, and what is not', async () => {
    await channel({ kinds: ['SMS', 'VOICE'] })
    simulator.control.changeSettings({
      inboundUrl: 'https://elsewhere.example.com/sms',
      voiceUrl: '',
      voiceStatusUrl: functionUrl('twilioVoice', '?event=status'),
    })
    const [messages, calls, status] = await urlsOf(OURS)
    expect(messages).toMatchObject({
      current: 'https://elsewhere.example.com/sms',
      state: 'OTHER',
    })
    expect(calls).toMatchObject({ current: null, state: 'MISSING' })
    expect(status).toMatchObject({ state: 'SET' })
    expect(status.note).toContain('#rc=5&rp=all')
  })

  it('knows a number that the account does not have', async () => {
    const address = newNumber()
    await channel({ address })
    const [messages] = await urlsOf(address)
    expect(messages).toMatchObject({
      state: 'UNKNOWN',
      expected: messagesUrl(),
    })
    expect(messages.note).toContain(address)
  })

  it('knows whether a Messaging Service takes the messages or leaves them to its numbers', async () => {
    const address = simulator.account.messagingServiceSid
    await channel({ address })
    const [defers] = await urlsOf(address)
    expect(defers).toMatchObject({ state: 'SET' })
    expect(defers.note).toContain('its numbers')
    simulator.control.changeSettings({ inboundWebhookOnNumber: false })
    expect((await urlsOf(address))[0]).toMatchObject({ state: 'MISSING' })
    simulator.control.changeSettings({ serviceInboundUrl: messagesUrl() })
    expect((await urlsOf(address))[0]).toMatchObject({ state: 'SET' })
  })

  it('knows where Conversations tell their events', async () => {
    const expected = functionUrl('twilioConversations')
    simulator.control.changeSettings({ conversationsUrl: expected })
    expect((await urlsOf(null))[0]).toMatchObject({
      purpose: 'CONVERSATIONS',
      expected,
      current: expected,
      state: 'SET',
    })
    simulator.control.changeSettings({ conversationsUrl: '' })
    expect((await urlsOf(null))[0]).toMatchObject({ state: 'MISSING' })
  })

  it('tells what can not be looked up from what is wrong', async () => {
    await channel({ address: '12345' })
    expect((await urlsOf('12345'))[0]).toMatchObject({
      state: 'UNKNOWN',
      expected: messagesUrl(),
    })
  })

  it.each([
    ['is away', 500, 'ask again later'],
    ['does not let us look', 401, 'does not let us'],
  ])('is told in full also when Twilio %s', async (_what, status, note) => {
    await channel({ kinds: ['SMS', 'WHATSAPP', 'VOICE'] })
    simulator.control.addFault({
      kind: 'answer',
      status,
      match: { operation: 'any' },
    })
    const urls = await urlsOf(OURS)
    expect(
      urls.map(({ purpose, place }: { purpose: string; place: string }) => [
        purpose,
        place.split(' ')[0],
      ])
    ).toEqual([
      ['MESSAGES', 'Phone'],
      ['CALLS', 'Phone'],
      ['CALL_STATUS', 'Phone'],
      ['MESSAGES', 'Messaging'],
    ])
    for (const url of urls) {
      expect(url).toMatchObject({ state: 'UNKNOWN' })
      expect(url.note).toContain(note)
    }
    expect(urls[0].expected).toEqual(messagesUrl())
  })
})

const START = `mutation ($to: String!, $from: String) {
  startSelfTest(to: $to, from: $from) { message { id } }
}`
const FOLLOW = `query ($messageId: ID!) {
  selfTest(messageId: $messageId) { isOver steps { step state at milliseconds problem } }
}`

const start = async (to: string) => {
  const { data, errors } = await ask(admin, START, { to, from: OURS })
  expect(errors).toBeUndefined()
  await simulator.control.idle()
  return data.startSelfTest.message.id as string
}

const follow = async (messageId: string) => {
  const { data, errors } = await ask(admin, FOLLOW, { messageId })
  expect(errors).toBeUndefined()
  return data.selfTest
}

interface Step {
  step: string
  state: string
  at: string | null
  milliseconds: number | null
  problem: string | null
}

const statesOf = ({ steps }: { steps: Step[] }) =>
  steps.map(({ step, state }) => `${step} ${state}`)

describe('the self-test', () => {
  it('goes out, is reported, and comes back', async () => {
    const test = await follow(await start('+14155590007'))
    expect(statesOf(test)).toEqual([
      'CREATED DONE',
      'CALLED_BACK DONE',
      'DELIVERED DONE',
      'ANSWERED DONE',
    ])
    expect(test.isOver).toEqual(true)
    for (const { at, milliseconds, problem } of test.steps) {
      expect(at).toMatch(/Z$/)
      expect(milliseconds).toBeGreaterThanOrEqual(0)
      expect(problem).toBeNull()
    }
  })

  it('waits for an answer', async () => {
    const test = await follow(await start(newNumber()))
    expect(statesOf(test)).toEqual([
      'CREATED DONE',
      'CALLED_BACK DONE',
      'DELIVERED DONE',
      'ANSWERED WAITING',
    ])
    expect(test.isOver).toEqual(false)
  })

  it('says why Twilio did not take it', async () => {
    const test = await follow(await start('+15005550009'))
    expect(statesOf(test)[0]).toEqual('CREATED FAILED')
    expect(test.steps[0].problem).toBeTruthy()
    expect(test.isOver).toEqual(true)
  })

  it('says why it was not delivered', async () => {
    const test = await follow(await start('+14155530003'))
    expect(statesOf(test)).toEqual([
      'CREATED DONE',
      'CALLED_BACK DONE',
      'DELIVERED FAILED',
      'ANSWERED FAILED',
    ])
    expect(test.steps[2].problem).toBeTruthy()
    expect(test.steps[3].problem).toContain('not delivered')
    expect(test.isOver).toEqual(true)
  })

  it('says that Twilio calls with another token', async () => {
    simulator.control.addFault({
      kind: 'badSignature',
      match: { webhook: 'status' },
    })
    const test = await follow(await start(newNumber()))
    expect(statesOf(test)).toContain('CALLED_BACK FAILED')
    expect(test.steps[1].problem).toContain('TWILIO_AUTH_TOKEN')
  })

  it('says that nothing came, when enough time has passed', async () => {
    simulator.control.addFault({ kind: 'drop', match: { webhook: 'status' } })
    const id = await start(newNumber())
    expect(statesOf(await follow(id))).toContain('CALLED_BACK WAITING')
    await db.message.update({
      where: { id },
      data: { createdAt: new Date(Date.now() - 21_000) },
    })
    const test = await follow(id)
    expect(statesOf(test)).toContain('CALLED_BACK FAILED')
    expect(test.steps[1].problem).toContain(config.publicOrigin)
  })

  it('follows nothing that we did not send', async () => {
    const { id } = await saveMessage({ direction: 'INBOUND' })
    for (const messageId of [id, 'none']) {
      expect(codeOf(await ask(admin, FOLLOW, { messageId }))).toEqual(
        'NOT_FOUND'
      )
    }
  })

  it('is refused where the number is none', async () => {
    expect(codeOf(await ask(admin, START, { to: 'nobody' }))).toEqual(
      'BAD_USER_INPUT'
    )
  })
})
