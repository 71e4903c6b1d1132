import { deafTwilio } from 'test-support/deafTwilio'
import { newNumber, newSid, OURS, saveMessage } from 'test-support/messages'
import { serveWebhooks } from 'test-support/webhookServer'

import { handler as twilioVoice } from 'src/functions/twilioVoice/twilioVoice'
import { config } from 'src/lib/config/config'
import { db } from 'src/lib/db'
import { retain } from 'src/lib/privacy/retention/retain'
import { saveRetention } from 'src/lib/privacy/retention/retentions'
import { twilioClient } from 'src/lib/twilio/twilioClient'

import { forgetAtTwilio } from './forgetAtTwilio'

const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

const simulator = deafTwilio()

beforeEach(async () => {
  jest.replaceProperty(config, 'redactAtTwilio', true)
  await db.channel.create({
    data: { address: OURS, name: 'Main', kinds: ['SMS'] },
  })
})

const LONG_AGO = new Date(Date.now() - 100 * 86_400_000)

/** A customer's message, at Twilio and here, so old that its text goes. */
const receive = async (
  media: { contentType: string; content: string }[] = []
) => {
  const from = newNumber()
  const { sid } = await simulator.control.receive({
    from,
    body: 'A secret',
    media,
  })
  await saveMessage({
    contact: from,
    direction: 'INBOUND',
    sid,
    createdAt: LONG_AGO,
    media: media.map((_, n) => ({ url: `https://api.twilio.com/${n}` })),
  })
  return sid
}

const atTwilio = async (sid: string) => {
  const { body } = await twilioClient.messages(sid).fetch()
  const media = await twilioClient.messages(sid).media.list()
  return { body, media: media.length }
}

const copies = () =>
  db.twilioCopy.findMany({
    orderBy: [{ what: 'asc' }],
    select: { sid: true, what: true, tries: true, errorCode: true },
  })

/** Its time has come. */
const makeDue = () => db.twilioCopy.updateMany({ data: { dueAt: LONG_AGO } })

const keepText = () => saveRetention({ textDays: 30 })
const keepNothing = () => saveRetention({ textDays: 30, mediaDays: 30 })

it('empties the text and deletes the media there, when that is gone here', async () => {
  const sid = await receive([{ contentType: 'image/png', content: PIXEL }])
  await keepText()
  await retain()
  expect(await forgetAtTwilio()).toEqual({ forgotten: 1, failed: 0 })
  expect(await atTwilio(sid)).toEqual({ body: '', media: 1 })

  await keepNothing()
  await retain()
  expect(await forgetAtTwilio()).toEqual({ forgotten: 1, failed: 0 })
  expect(await atTwilio(sid)).toEqual({ body: '', media: 0 })
  expect(await copies()).toEqual([])
  expect(await forgetAtTwilio()).toEqual({ forgotten: 0, failed: 0 })
})

it('leaves Twilio alone unless that is wanted, and forgets then what was redacted before', async () => {
  jest.replaceProperty(config, 'redactAtTwilio', false)
  const sid = await receive()
  await keepText()
  await retain()
  expect(await forgetAtTwilio()).toEqual({ forgotten: 0, failed: 0 })
  expect(await atTwilio(sid)).toEqual({ body: 'A secret', media: 0 })

  jest.replaceProperty(config, 'redactAtTwilio', true)
  expect(await forgetAtTwilio()).toEqual({ forgotten: 1, failed: 0 })
  expect(await atTwilio(sid)).toEqual({ body: '', media: 0 })
})

it('tries again later what Twilio refuses or does not answer, and says why', async () => {
  const sid = await receive()
  await keepText()
  await retain()
  simulator.control.addFault({
    kind: 'answer',
    status: 409,
    code: 30409,
    message: 'Not yet',
    match: { operation: 'update' },
    times: 1,
  })
  expect(await forgetAtTwilio()).toEqual({ forgotten: 0, failed: 1 })
  expect(await copies()).toEqual([
    { sid, what: 'TEXT', tries: 1, errorCode: 30409 },
  ])
  // Not at once.
  expect(await forgetAtTwilio()).toEqual({ forgotten: 0, failed: 0 })
  expect(await atTwilio(sid)).toEqual({ body: 'A secret', media: 0 })

  await makeDue()
  simulator.control.addFault({
    kind: 'reset',
    match: { operation: 'update' },
    times: 1,
  })
  expect(await forgetAtTwilio()).toEqual({ forgotten: 0, failed: 1 })
  expect(await copies()).toEqual([
    { sid, what: 'TEXT', tries: 2, errorCode: null },
  ])

  await makeDue()
  expect(await forgetAtTwilio()).toEqual({ forgotten: 1, failed: 0 })
  expect(await atTwilio(sid)).toEqual({ body: '', media: 0 })
})

it('asks two at once for each of many only once, and has done where Twilio knows nothing of it', async () => {
  const sids = await Promise.all(Array.from({ length: 12 }, () => receive()))
  await saveMessage({
    contact: newNumber(),
    direction: 'INBOUND',
    sid: newSid(),
    createdAt: LONG_AGO,
  })
  await keepText()
  await retain()
  const runs = await Promise.all([forgetAtTwilio(), forgetAtTwilio()])
  expect(runs.map(({ failed }) => failed)).toEqual([0, 0])
  expect(runs[0].forgotten + runs[1].forgotten).toEqual(13)
  expect(await copies()).toEqual([])
  for (const sid of sids) {
    expect(await atTwilio(sid)).toEqual({ body: '', media: 0 })
  }
})

it('deletes a voicemail there, when it is gone here', async () => {
  const webhooks = await serveWebhooks({ twilioVoice })
  try {
    simulator.control.reset()
    simulator.control.changeSettings({
      delays: { speech: 1 },
      voiceUrl: webhooks.url('twilioVoice'),
      voiceStatusUrl: webhooks.url('twilioVoice?event=status'),
    })
    const { recordings } = await simulator.control.call({
      from: newNumber(),
      speaks: 2,
      hangsUp: false,
    })
    await simulator.control.idle()
    const [{ sid }] = recordings
    expect((await twilioClient.recordings(sid).fetch()).sid).toBe(sid)
    await db.message.updateMany({ data: { createdAt: LONG_AGO } })
    await keepNothing()
    await retain()
    expect(await copies()).toEqual([
      { sid, what: 'RECORDING', tries: 0, errorCode: null },
    ])
    expect(await forgetAtTwilio()).toEqual({ forgotten: 1, failed: 0 })
    await expect(twilioClient.recordings(sid).fetch()).rejects.toMatchObject({
      status: 404,
    })
  } finally {
    await webhooks.close()
  }
})
