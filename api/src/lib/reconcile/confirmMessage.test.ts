import { deafTwilio } from 'test-support/deafTwilio'
import { jobsOf } from 'test-support/jobs'
import {
  CUSTOMER,
  findMessage,
  newNumber,
  newSid,
  OURS,
  saveMessage,
  timelineOf,
} from 'test-support/messages'

import { config } from 'src/lib/config/config'
import { db } from 'src/lib/db'
import * as reports from 'src/lib/inbound/recordStatusReport'
import { dispatch } from 'src/lib/outbound/dispatch'
import { sendMessage } from 'src/lib/outbound/sendMessage'
import { twilioClient } from 'src/lib/twilio/twilioClient'

import { confirmMessage } from './confirmMessage'

const simulator = deafTwilio()

/** Sends while Twilio breaks, having taken the message or not: nobody knows. */
const sendIntoTheUnknown = async (accepted: boolean, to = CUSTOMER) => {
  simulator.control.addFault({
    kind: 'answer',
    status: 500,
    accepted,
    times: 1,
  })
  const message = await sendMessage({ to, body: 'Hello' }, {})
  expect(message).toMatchObject({ status: 'UNCONFIRMED', sid: null })
  await simulator.control.idle()
  return message
}

/** What Twilio took, of all messages. */
const accepted = () => simulator.control.accepted().sids

describe('a message that Twilio took', () => {
  it('is found in its list, with its SID and how it fares', async () => {
    const { id } = await sendIntoTheUnknown(true)
    await confirmMessage(id)
    expect(await findMessage(id)).toMatchObject({
      sid: accepted()[0],
      status: 'DELIVERED',
    })
    expect(await timelineOf({ id })).toMatchObject([
      { source: 'RECONCILER', status: 'DELIVERED', disposition: 'APPLIED' },
    ])
    await dispatch(id)
    expect(accepted()).toHaveLength(1)
  })

  it('is found to have met somebody who wants none: the contact is opted out', async () => {
    // A number of the simulator's that refuses late, with 21610.
    const { id } = await sendIntoTheUnknown(true, '+14155521610')
    await confirmMessage(id)
    expect(
      await db.message.findUniqueOrThrow({
        where: { id },
        include: { conversation: true },
      })
    ).toMatchObject({
      status: 'FAILED',
      errorCode: 21610,
      conversation: {
        optedOutAt: expect.any(Date),
        optOutSource: 'REFUSAL',
      },
    })
  })

  it('is found, over WhatsApp', async () => {
    simulator.control.addFault({
      kind: 'answer',
      status: 500,
      accepted: true,
      times: 1,
    })
    const { id } = await sendMessage(
      { to: `whatsapp:${CUSTOMER}`, body: 'Hello' },
      {}
    )
    await confirmMessage(id)
    expect((await findMessage(id)).sid).toEqual(accepted()[0])
  })

  it('is found, through a Messaging Service, whichever sender that chose', async () => {
    const { messagingServiceSid } = simulator.account
    simulator.control.addFault({
      kind: 'answer',
      status: 500,
      accepted: true,
      times: 1,
    })
    const { id } = await sendMessage(
      { to: CUSTOMER, body: 'Hello', from: messagingServiceSid },
      {}
    )
    await simulator.control.idle()
    await confirmMessage(id)
    expect((await findMessage(id)).sid).toEqual(accepted()[0])
  })

  it('is another one than its twin: two alike get a SID each', async () => {
    const first = await sendIntoTheUnknown(true)
    const second = await sendIntoTheUnknown(true)
    await confirmMessage(first.id)
    await confirmMessage(second.id)
    const sids = [
      (await findMessage(first.id)).sid,
      (await findMessage(second.id)).sid,
    ]
    expect(sids.sort()).toEqual(accepted().sort())
  })

  it('is found behind what a trial account puts in front of its text', async () => {
    const { id } = await sendIntoTheUnknown(false)
    const { sid } = await twilioClient.messages.create({
      to: CUSTOMER,
      from: OURS,
      body: 'Sent from your Twilio trial account - Hello',
    })
    await confirmMessage(id)
    expect((await findMessage(id)).sid).toEqual(sid)
  })
})

describe('a message that Twilio does not have', () => {
  it('is missing twice before it is sent again, and is sent once', async () => {
    const { id } = await sendIntoTheUnknown(false)
    expect(await jobsOf({ id })).toMatchObject([{ task: 'confirmMessage' }])

    await confirmMessage(id)
    expect(await findMessage(id)).toMatchObject({
      status: 'UNCONFIRMED',
      lookups: 1,
    })
    const [job, ...others] = await jobsOf({ id })
    expect(others).toEqual([])
    expect(job.task).toEqual('confirmMessage')
    expect(job.inSeconds).toBeGreaterThan(
      config.reconcileUnconfirmedSeconds - 5
    )
    await dispatch(id)
    expect(accepted()).toEqual([])

    await confirmMessage(id)
    expect(await findMessage(id)).toMatchObject({
      status: 'PENDING',
      lookups: 0,
      claimedUntil: null,
    })
    expect(await jobsOf({ id })).toContainEqual(
      expect.objectContaining({ task: 'sendMessage' })
    )

    await dispatch(id)
    expect(accepted()).toHaveLength(1)
    expect(await findMessage(id)).toMatchObject({
      sid: accepted()[0],
      attempt: 2,
    })
  })

  it('is found the second time, where Twilio’s list lagged behind', async () => {
    const { id } = await sendIntoTheUnknown(false)
    await confirmMessage(id)
    const { sid } = await twilioClient.messages.create({
      to: CUSTOMER,
      from: OURS,
      body: 'Hello',
    })
    await confirmMessage(id)
    expect((await findMessage(id)).sid).toEqual(sid)
    expect(accepted()).toEqual([sid])
  })

  it('counts anew after it was sent again and lost again', async () => {
    const { id } = await sendIntoTheUnknown(false)
    await confirmMessage(id)
    await confirmMessage(id)
    simulator.control.addFault({ kind: 'answer', status: 500, times: 1 })
    await dispatch(id)
    await confirmMessage(id)
    expect(await findMessage(id)).toMatchObject({
      status: 'UNCONFIRMED',
      lookups: 1,
    })
  })

  it.each<[string, object]>([
    ['another text', { body: 'Goodbye' }],
    ['a text that ends with ours', { body: 'She said Hello' }],
    ['a picture', { mediaUrl: ['https://demo.twilio.com/owl.png'] }],
    ['another recipient', { to: '+14155550101' }],
  ])('is not one with %s', async (_what, change) => {
    const { id } = await sendIntoTheUnknown(false)
    await twilioClient.messages.create({
      to: CUSTOMER,
      from: OURS,
      body: 'Hello',
      ...change,
    })
    await confirmMessage(id)
    expect(await findMessage(id)).toMatchObject({ sid: null, lookups: 1 })
  })

  it('is not one that the customer wrote', async () => {
    const { id } = await sendIntoTheUnknown(false)
    await simulator.control.receive({ from: CUSTOMER, to: OURS, body: 'Hello' })
    await confirmMessage(id)
    expect((await findMessage(id)).sid).toBeNull()
  })

  it('is not one that was made before it was tried', async () => {
    await twilioClient.messages.create({
      to: CUSTOMER,
      from: OURS,
      body: 'Hello',
    })
    const { id } = await sendIntoTheUnknown(false)
    await db.message.update({
      where: { id },
      data: { attemptedAt: new Date(Date.now() + 120_000) },
    })
    await confirmMessage(id)
    expect(await findMessage(id)).toMatchObject({ sid: null, lookups: 1 })
  })
})

describe('a message at Twilio that may be one of several of ours', () => {
  const later = (id: string, milliseconds: number, fields: object = {}) =>
    db.message.update({
      where: { id },
      data: { attemptedAt: new Date(Date.now() + milliseconds), ...fields },
    })

  it('is that of the attempt that came just before it', async () => {
    const lost = await sendIntoTheUnknown(false)
    const taken = await sendIntoTheUnknown(true)
    await later(lost.id, -20_000)
    await confirmMessage(lost.id)
    expect(await findMessage(lost.id)).toMatchObject({ sid: null, lookups: 1 })
    await confirmMessage(taken.id)
    expect((await findMessage(taken.id)).sid).toEqual(accepted()[0])
  })

  it('is not taken from one that is under way', async () => {
    const lost = await sendIntoTheUnknown(false)
    const underWay = await sendIntoTheUnknown(true)
    const claimedUntil = new Date(Date.now() + 20_000)
    await later(underWay.id, 0, { status: 'PENDING', claimedUntil })
    await later(lost.id, 0)
    await confirmMessage(lost.id)
    expect(await findMessage(lost.id)).toMatchObject({
      status: 'UNCONFIRMED',
      sid: null,
      lookups: 0,
    })
    expect(await jobsOf(lost)).toMatchObject([{ task: 'confirmMessage' }])
  })

  it('is not given to one that carries other files', async () => {
    const url = (name: string) => `https://demo.twilio.com/${name}.png`
    const rows = []
    for (const name of ['owl', 'cat']) {
      const { id } = await sendIntoTheUnknown(false)
      await later(id, 0)
      await db.media.create({
        data: { messageId: id, position: 0, url: url(name) },
      })
      rows.push(id)
    }
    await twilioClient.messages.create({
      to: CUSTOMER,
      from: OURS,
      body: 'Hello',
      mediaUrl: [url('owl')],
    })
    for (const id of rows) {
      await confirmMessage(id)
      expect(await findMessage(id)).toMatchObject({ sid: null, lookups: 0 })
    }
  })

  it('is another’s by the time it is recorded: it is asked again', async () => {
    const { id } = await sendIntoTheUnknown(true)
    const [sid] = accepted()
    const recorded = jest.spyOn(reports, 'recordStatusReport')
    recorded.mockImplementationOnce(async (report) => {
      await saveMessage({ sid, contact: newNumber() })
      recorded.mockRestore()
      return reports.recordStatusReport(report)
    })
    await confirmMessage(id)
    expect(await findMessage(id)).toMatchObject({
      status: 'UNCONFIRMED',
      sid: null,
    })
    expect(await jobsOf({ id })).toMatchObject([{ task: 'confirmMessage' }])
  })
})

it('while Twilio can’t be asked nothing is concluded', async () => {
  const { id } = await sendIntoTheUnknown(false)
  const before = await findMessage(id)
  simulator.control.addFault({
    kind: 'answer',
    status: 503,
    match: { operation: 'list' },
  })
  await confirmMessage(id)
  expect(await findMessage(id)).toEqual(before)
  // And an outage must not slow down what comes after it.
  const [job, ...others] = await jobsOf({ id })
  expect(others).toEqual([])
  expect(job.task).toEqual('confirmMessage')
  expect(job.inSeconds).toBeLessThanOrEqual(config.reconcileUnconfirmedSeconds)
})

it.each([
  ['has a SID by now', { status: 'UNCONFIRMED', sid: newSid() }],
  ['is known to wait', { status: 'PENDING' }],
  ['is on its way', { status: 'SENT', sid: newSid() }],
  ['has failed', { status: 'FAILED' }],
] as const)('nobody asks about one that %s', async (_what, fields) => {
  const { id } = await saveMessage(fields)
  await confirmMessage(id)
  await confirmMessage('01909090-0000-7000-8000-000000000000')
  expect(simulator.control.events({ type: 'request' })).toEqual([])
  expect((await findMessage(id)).status).toEqual(fields.status)
})
