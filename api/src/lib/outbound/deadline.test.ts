import { emptyDatabase } from 'test-support/emptyDatabase'
import { jobsOf } from 'test-support/jobs'
import { findMessage, saveMessage, timelineOf } from 'test-support/messages'
import { startTwilioServer, type TwilioServer } from 'test-support/twilioServer'

import { type Claim, claimMessage } from './claimMessage'
import { untilDeadline } from './deadline'
import { dispatch, dispatchClaimed } from './dispatch'

let twilio: TwilioServer

beforeAll(async () => {
  twilio = await startTwilioServer()
})

afterAll(() => twilio.close())

beforeEach(async () => {
  twilio.calls.length = 0
  await emptyDatabase()
})

const ago = (seconds: number) => new Date(Date.now() - seconds * 1_000)

const TEN_HOURS = 36_000

it('is ten hours, or the validity period, after the message was written or was due', () => {
  const now = new Date()
  const until = (fields: object) =>
    untilDeadline(
      { createdAt: now, sendAt: null, validityPeriod: null, ...fields },
      now
    )
  expect(until({})).toEqual(TEN_HOURS * 1_000)
  expect(until({ validityPeriod: 60 })).toEqual(60_000)
  const tomorrow = new Date(now.getTime() + 86_400_000)
  expect(until({ sendAt: tomorrow, validityPeriod: 60 })).toEqual(86_460_000)
  const yesterday = new Date(now.getTime() - 86_400_000)
  expect(until({ createdAt: yesterday })).toBeLessThan(0)
})

it.each<[string, object]>([
  ['ten hours', { createdAt: ago(TEN_HOURS + 1) }],
  ['its validity period', { createdAt: ago(61), validityPeriod: 60 }],
  [
    'its validity period, since it was due',
    { createdAt: ago(9_000), sendAt: ago(61), validityPeriod: 60 },
  ],
])(
  'a message that waited longer than %s fails as Twilio’s own would, and Twilio hears nothing',
  async (_what, fields) => {
    const { id } = await saveMessage(fields)
    await dispatch(id)
    expect(await findMessage(id)).toMatchObject({
      status: 'FAILED',
      errorCode: 30036,
      sid: null,
      claimedUntil: null,
    })
    expect(await timelineOf({ id })).toMatchObject([
      { source: 'API', status: 'FAILED', errorCode: 30036 },
    ])
    expect(await jobsOf({ id })).toEqual([])
    expect(twilio.calls).toHaveLength(0)
  }
)

it.each<[string, object]>([
  ['ten hours', { createdAt: ago(TEN_HOURS - 60) }],
  ['its validity period', { createdAt: ago(30), validityPeriod: 60 }],
  [
    'its validity period, since it was due',
    { createdAt: ago(9_000), sendAt: ago(30), validityPeriod: 60 },
  ],
])('a message that waited less than %s is sent', async (_what, fields) => {
  const { id } = await saveMessage(fields)
  await dispatch(id)
  expect((await findMessage(id)).status).toEqual('QUEUED')
  expect(twilio.calls).toHaveLength(1)
})

it('a process that stood still since it took a message no longer sends it', async () => {
  const { id } = await saveMessage()
  const claim = (await claimMessage(id)) as Claim
  await dispatchClaimed({ ...claim, takenAt: claim.takenAt - 3_600_000 })
  expect(twilio.calls).toHaveLength(0)
  expect(await findMessage(id)).toMatchObject({
    status: 'PENDING',
    claimedUntil: null,
  })
  expect(await jobsOf({ id })).toMatchObject([{ task: 'sendMessage' }])
})
