import { emptyDatabase } from 'test-support/emptyDatabase'
import { newSid, OURS, saveMessage } from 'test-support/messages'

import { config } from 'src/lib/config/config'

import { forecast } from './forecast'

beforeEach(emptyDatabase)

const SERVICE = 'MG0123456789abcdef0123456789abcdef'

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000)

it('is nothing where nothing waits', async () => {
  expect(await forecast(OURS)).toEqual({
    sender: OURS,
    waitingSegments: 0,
    segmentsPerSecond: 1,
    secondsToDrain: 0,
    queueSegments: 36_000,
  })
})

it('counts the segments that were not sent yet, and how long they take', async () => {
  await saveMessage({ status: 'PENDING', numSegments: 3 })
  await saveMessage({ status: 'UNCONFIRMED' })
  await saveMessage({ status: 'ACCEPTED', numSegments: 2, sid: newSid() })
  await saveMessage({ status: 'QUEUED', numSegments: 4, sid: newSid() })
  await saveMessage({ status: 'SENDING', numSegments: 1, sid: newSid() })
  expect(await forecast(OURS)).toMatchObject({
    waitingSegments: 3 + 1 + 2 + 4 + 1,
    secondsToDrain: 11,
  })
})

it.each<[string, object]>([
  ['have left', { status: 'SENT' }],
  ['have arrived', { status: 'DELIVERED' }],
  ['have failed', { status: 'FAILED' }],
  ['were canceled', { status: 'CANCELED' }],
  ['are for later', { status: 'SCHEDULED' }],
  ['came in', { direction: 'INBOUND', status: 'RECEIVED' }],
  ['are another sender’s', { status: 'QUEUED', from: '+15005550007' }],
  [
    'Twilio’s queue has given up',
    { status: 'QUEUED', createdAt: hoursAgo(11) },
  ],
])('leaves out those that %s', async (_what, fields) => {
  await saveMessage({ numSegments: 5, ...fields })
  expect((await forecast(OURS)).waitingSegments).toEqual(0)
})

it.each([
  ['a long code of North America', '+14155550100', 1],
  ['a toll-free number', '+18005550100', 3],
  ['a short code', '12345', 100],
  ['a number elsewhere', '+4915123456789', 10],
])('knows how fast %s sends', async (_what, sender, segmentsPerSecond) => {
  await saveMessage({ from: sender, status: 'QUEUED', numSegments: 10 })
  expect(await forecast(sender)).toEqual({
    sender,
    waitingSegments: 10,
    segmentsPerSecond,
    secondsToDrain: Math.ceil(10 / segmentsPerSecond),
    queueSegments: segmentsPerSecond * 36_000,
  })
})

it('does not know how fast a Messaging Service sends', async () => {
  await saveMessage({
    messagingServiceSid: SERVICE,
    from: '+15005550009',
    status: 'QUEUED',
    numSegments: 2,
  })
  expect(await forecast(SERVICE)).toEqual({
    sender: SERVICE,
    waitingSegments: 2,
    segmentsPerSecond: null,
    secondsToDrain: null,
    queueSegments: null,
  })
})

it('goes by the pace that was set', async () => {
  jest.replaceProperty(config.twilio, 'segmentsPerSecond', 4)
  await saveMessage({ status: 'PENDING', numSegments: 9 })
  expect(await forecast(OURS)).toMatchObject({
    waitingSegments: 9,
    segmentsPerSecond: 4,
    secondsToDrain: 3,
    queueSegments: 144_000,
  })
})
