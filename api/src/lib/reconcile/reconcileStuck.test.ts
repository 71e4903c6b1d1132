import { deafTwilio } from 'test-support/deafTwilio'
import { firstOf } from 'test-support/firstOf'
import {
  CUSTOMER,
  findMessage,
  newNumber,
  newSid,
  saveMessage,
  timelineOf,
} from 'test-support/messages'

import { db } from 'src/lib/db'
import { listen } from 'src/lib/live/listen'
import { sendMessage } from 'src/lib/outbound/sendMessage'

import { reconcileStuck } from './reconcileStuck'

const simulator = deafTwilio()

const HOUR_MS = 3_600_000

const hoursAgo = (hours: number) => new Date(Date.now() - hours * HOUR_MS)

const runs = () =>
  db.reconciliation.findMany({
    orderBy: { startedAt: 'asc' },
    select: { kind: true, checked: true, recovered: true, absent: true },
  })

/** Sent thirteen hours ago, and no callback ever came. */
const sendLongAgo = async (to: string) => {
  const { id } = await sendMessage({ to, body: 'Hello' }, {})
  await simulator.control.idle()
  return db.message.update({ where: { id }, data: { createdAt: hoursAgo(13) } })
}

/** How often Twilio was asked about a message. */
const asked = () =>
  simulator.control.events({ type: 'request', operation: 'fetch' }).length

it('Twilio is asked about a message without a final status, and every screen is told what it says', async () => {
  const { id, sid } = await sendLongAgo(CUSTOMER)
  const events = firstOf(1, listen(['messageStatusChanged']))
  await reconcileStuck()
  expect(await findMessage(id)).toMatchObject({ sid, status: 'DELIVERED' })
  expect(await timelineOf({ id })).toMatchObject([
    { source: 'API' },
    { source: 'RECONCILER', status: 'DELIVERED', disposition: 'APPLIED' },
  ])
  expect(await events).toMatchObject([{ messageId: id }])
  expect(await runs()).toEqual([
    { kind: 'STUCK', checked: 1, recovered: 1, absent: 0 },
  ])
})

it('what failed is found with its code', async () => {
  const { id } = await sendLongAgo('+14155530005')
  await reconcileStuck()
  expect(await findMessage(id)).toMatchObject({
    status: 'UNDELIVERED',
    errorCode: 30005,
  })
})

it('what has no final status at Twilio either is asked about again, half a day later', async () => {
  simulator.control.orderOutcome({
    match: { to: CUSTOMER },
    steps: [{ status: 'sent' }],
  })
  const { id } = await sendLongAgo(CUSTOMER)
  await reconcileStuck()
  await reconcileStuck()
  expect(await findMessage(id)).toMatchObject({ status: 'SENT' })
  expect(asked()).toEqual(1)
  expect(await runs()).toEqual([
    { kind: 'STUCK', checked: 1, recovered: 1, absent: 0 },
  ])

  await db.message.update({
    where: { id },
    data: { reconciledAt: hoursAgo(13) },
  })
  await reconcileStuck()
  expect(asked()).toEqual(2)
  expect((await runs())[1]).toMatchObject({ checked: 1, recovered: 0 })
})

it('what Twilio does not have is counted, and stays as it is', async () => {
  const { id } = await saveMessage({
    sid: newSid(),
    status: 'QUEUED',
    createdAt: hoursAgo(13),
  })
  await reconcileStuck()
  expect((await findMessage(id)).status).toEqual('QUEUED')
  expect(await runs()).toEqual([
    { kind: 'STUCK', checked: 1, recovered: 0, absent: 1 },
  ])
})

it.each<[string, object]>([
  ['that is young', { status: 'SENT', createdAt: hoursAgo(11) }],
  [
    'whose time came not long ago',
    { status: 'SENT', createdAt: hoursAgo(48), sendAt: hoursAgo(11) },
  ],
  [
    'that still waits for its time at Twilio',
    {
      status: 'SCHEDULED',
      createdAt: hoursAgo(48),
      sendAt: hoursAgo(-24),
    },
  ],
  ['that has arrived', { status: 'DELIVERED', createdAt: hoursAgo(13) }],
  ['that has failed', { status: 'FAILED', createdAt: hoursAgo(13) }],
  ['that is too old', { status: 'SENT', createdAt: hoursAgo(8 * 24) }],
  [
    'that Twilio has not taken',
    { status: 'UNCONFIRMED', createdAt: hoursAgo(13), sid: null },
  ],
  [
    'that came in',
    { direction: 'INBOUND', status: 'RECEIVING', createdAt: hoursAgo(13) },
  ],
])('nobody asks about one %s', async (_what, fields) => {
  await saveMessage({ sid: newSid(), ...fields })
  await reconcileStuck()
  expect(asked()).toEqual(0)
  expect(await runs()).toEqual([])
})

it('while Twilio can’t be asked nothing is made up, and the next run asks', async () => {
  const { id } = await sendLongAgo(CUSTOMER)
  simulator.control.addFault({
    kind: 'answer',
    status: 503,
    match: { operation: 'fetch' },
    times: 1,
  })
  await reconcileStuck()
  expect((await findMessage(id)).status).toEqual('QUEUED')
  expect(await runs()).toEqual([])
  await reconcileStuck()
  expect((await findMessage(id)).status).toEqual('DELIVERED')
})

it('one that can’t be asked about keeps no others waiting', async () => {
  for (let n = 0; n < 12; n += 1) {
    await sendLongAgo(newNumber())
  }
  simulator.control.addFault({
    kind: 'answer',
    status: 500,
    match: { operation: 'fetch' },
    times: 1,
  })
  await reconcileStuck()
  expect(await db.message.count({ where: { status: 'DELIVERED' } })).toEqual(11)
  expect(await runs()).toMatchObject([{ checked: 11, recovered: 11 }])
  await reconcileStuck()
  expect(await db.message.count({ where: { status: 'DELIVERED' } })).toEqual(12)
})

it('two at once ask about each message once', async () => {
  for (let n = 0; n < 7; n += 1) {
    await sendLongAgo(newNumber())
  }
  await Promise.all([reconcileStuck(), reconcileStuck()])
  expect(asked()).toEqual(7)
  expect(await db.message.count({ where: { status: 'DELIVERED' } })).toEqual(7)
})
