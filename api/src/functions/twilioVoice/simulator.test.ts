import { emptyDatabase } from 'test-support/emptyDatabase'
import { conversationWith, CUSTOMER, OURS } from 'test-support/messages'
import { serveWebhooks } from 'test-support/webhookServer'

import { saveCallSettings } from 'src/lib/calls/callSettings'
import { callTimeline } from 'src/lib/calls/callTimeline'
import { db } from 'src/lib/db'
import { fetchMedia } from 'src/lib/inbound/fetchMedia'
import { twilioClient } from 'src/lib/twilio/twilioClient'

import {
  createSimulator,
  type Simulator,
} from '../../../../scripts/simulator/createSimulator'

import { handler as twilioVoice } from './twilioVoice'

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
  const voiceUrl = webhooks.url('twilioVoice')
  simulator.control.changeSettings({
    delays: { speech: 1 },
    retryDelay: 1,
    voiceUrl,
    voiceStatusUrl: `${voiceUrl}?event=status#rc=5&rp=all`,
    voiceStatusEvents: 'initiated ringing answered completed',
  })
})

type Order = Parameters<Simulator['control']['call']>[0]

/** Calls, and lets Twilio do all that it has to do. */
const call = async (order: Partial<Order> = {}) => {
  const made = await simulator.control.call({ from: CUSTOMER, ...order })
  await simulator.control.idle()
  const kept = await db.call.findUniqueOrThrow({
    where: { sid: made.sid },
    include: { recordings: true, message: { include: { media: true } } },
  })
  return { made, kept }
}

const VOICEMAIL = {
  answer: 'RECORD' as const,
  text: 'Please speak.',
  language: 'en-US',
  maxSeconds: 2,
}

it('a caller leaves a voicemail', async () => {
  await saveCallSettings(VOICEMAIL)
  const { made, kept } = await call({ speaks: 9 })
  expect(made).toMatchObject({
    status: 'completed',
    heard: ['Please speak.'],
    recordings: [{ seconds: 2 }],
  })
  const [{ sid }] = made.recordings
  expect(kept).toMatchObject({
    status: 'COMPLETED',
    answer: 'RECORD',
    durationSeconds: made.seconds,
    answeredAt: expect.any(Date),
    endedAt: expect.any(Date),
    recordings: [{ sid, durationSeconds: 2 }],
    message: {
      from: CUSTOMER,
      to: OURS,
      channel: 'VOICE',
      media: [
        {
          url: expect.stringMatching(
            new RegExp(`^${simulator.url}.*/${sid}\\.mp3$`)
          ),
          contentType: 'audio/mpeg',
        },
      ],
    },
  })
})

it('a voicemail is fetched from where it lies behind our credentials', async () => {
  const { made, kept } = await call({ speaks: 3 })
  const [{ id }] = kept.message?.media ?? []
  await fetchMedia(id, true)
  const { problem, file } = await db.media.findUniqueOrThrow({
    where: { id },
    include: { file: true },
  })
  expect({ problem, file }).toMatchObject({
    problem: null,
    file: {
      contentType: 'audio/mpeg',
      size: made.recordings[0].mp3.length,
    },
  })
})

it('a caller hears the announcement of the number', async () => {
  await saveCallSettings(VOICEMAIL)
  const text = 'Wir haben zu. <Auf> Wiederhören & Grüße!'
  await saveCallSettings({ ...VOICEMAIL, address: OURS, answer: 'SAY', text })
  const { made, kept } = await call()
  expect(made.heard).toEqual([text])
  expect(kept).toMatchObject({ status: 'COMPLETED', answer: 'SAY' })
})

it.each([
  ['canceled', 'CANCELED'],
  ['busy', 'BUSY'],
  ['no-answer', 'NO_ANSWER'],
  ['failed', 'FAILED'],
] as const)('a call that was %s is missed', async (ends, status) => {
  const { kept } = await call({ ends })
  expect(kept).toMatchObject({
    status,
    answeredAt: null,
    durationSeconds: null,
  })
})

it('silence is no voicemail', async () => {
  const { made, kept } = await call({ speaks: 0 })
  expect(kept.message?.media).toEqual([])
  expect(await callTimeline(made.sid)).toContainEqual(
    expect.objectContaining({ status: 'RECORDING_ABSENT' })
  )
})

it('nothing is doubled when everything is sent three times, in any order', async () => {
  await saveCallSettings(VOICEMAIL)
  simulator.control.addFault({
    kind: 'duplicate',
    copies: 2,
    match: { webhook: 'any' },
  })
  simulator.control.addFault({
    kind: 'delay',
    jitterMs: 50,
    match: { webhook: 'status' },
  })
  const { kept } = await call({ from: 'anonymous' })
  expect(kept.status).toBe('COMPLETED')
  expect(kept.message?.media).toHaveLength(1)
  const conversation = await conversationWith('anonymous', 'VOICE')
  expect(conversation).toMatchObject({ unreadCount: 1, messageCount: 1 })
})
