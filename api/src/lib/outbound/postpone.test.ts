import { emptyDatabase } from 'test-support/emptyDatabase'
import { jobsOf } from 'test-support/jobs'
import { findMessage, saveMessage } from 'test-support/messages'
import { startTwilioServer, type TwilioServer } from 'test-support/twilioServer'

import { db } from 'src/lib/db'

import { claimMessage, LEASE_SECONDS } from './claimMessage'
import { dispatch } from './dispatch'
import { addSendJob } from './jobs'
import { postpone } from './postpone'

let twilio: TwilioServer

beforeAll(async () => {
  twilio = await startTwilioServer()
})

afterAll(() => twilio.close())

beforeEach(async () => {
  twilio.calls.length = 0
  await emptyDatabase()
})

const SERVICE = 'MG0123456789abcdef0123456789abcdef'

const ahead = (seconds: number) => new Date(Date.now() + seconds * 1_000)

/** A job comes, too early; the seconds until it comes again. */
const comeTooEarly = async (id: string) => {
  await dispatch(id)
  expect(twilio.calls).toHaveLength(0)
  const jobs = await jobsOf({ id })
  expect(jobs).toMatchObject([{ task: 'sendMessage' }])
  return jobs[0].inSeconds
}

it('a message that somebody has is looked at again when the lease has run out', async () => {
  const { id } = await saveMessage()
  await claimMessage(id)
  const inSeconds = await comeTooEarly(id)
  expect(inSeconds).toBeGreaterThan(LEASE_SECONDS - 5)
  expect(inSeconds).toBeLessThanOrEqual(LEASE_SECONDS + 1)
})

it('a message that became free while it was looked at is sent now', async () => {
  const { id } = await saveMessage()
  await postpone(id)
  expect(await jobsOf({ id })).toMatchObject([{ task: 'sendMessage' }])
  expect((await jobsOf({ id }))[0].inSeconds).toBeLessThanOrEqual(0)
})

it.each<[string, object]>([
  ['turn', { paceAt: ahead(600) }],
  ['time', { sendAt: ahead(600), status: 'SCHEDULED' }],
  [
    'time, later than its turn',
    { sendAt: ahead(600), paceAt: ahead(60), status: 'SCHEDULED' },
  ],
])(
  'a message whose %s has not come is looked at when it comes',
  async (_what, fields) => {
    const { id } = await saveMessage(fields)
    const inSeconds = await comeTooEarly(id)
    expect(inSeconds).toBeGreaterThan(590)
    expect(inSeconds).toBeLessThanOrEqual(601)
    expect(await findMessage(id)).toMatchObject({ attempt: 0, sid: null })
  }
)

it('the job that was there is moved: there is one', async () => {
  const { id } = await saveMessage({ paceAt: ahead(600) })
  await addSendJob(db, id, { inSeconds: 0 })
  expect(await comeTooEarly(id)).toBeGreaterThan(590)
})

it.each(['FAILED', 'CANCELED', 'QUEUED', 'UNCONFIRMED'] as const)(
  'one that is %s is not looked at again',
  async (status) => {
    const { id } = await saveMessage({ status, paceAt: ahead(600) })
    await dispatch(id)
    expect(await jobsOf({ id })).toEqual([])
  }
)

it('what Twilio can no longer schedule, because it could not be reached before, is kept here and sent when it is due', async () => {
  const sendAt = ahead(200)
  const { id } = await saveMessage({
    from: SERVICE,
    messagingServiceSid: SERVICE,
    sendAt,
  })
  await dispatch(id)
  expect(twilio.calls).toHaveLength(0)
  expect(await findMessage(id)).toMatchObject({
    status: 'SCHEDULED',
    claimedUntil: null,
    sid: null,
  })
  expect(await jobsOf({ id })).toMatchObject([
    { task: 'sendMessage', runAt: sendAt },
  ])

  await db.message.update({ where: { id }, data: { sendAt: ahead(-1) } })
  await dispatch(id)
  expect((await findMessage(id)).status).toEqual('QUEUED')
  const [{ params }] = twilio.calls
  expect(params.get('MessagingServiceSid')).toEqual(SERVICE)
  expect(params.has('SendAt')).toEqual(false)
})
