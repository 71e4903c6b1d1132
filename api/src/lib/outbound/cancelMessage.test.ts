import { emptyDatabase } from 'test-support/emptyDatabase'
import { firstOf } from 'test-support/firstOf'
import { jobsOf } from 'test-support/jobs'
import {
  CUSTOMER,
  findMessage,
  newSid,
  saveMessage,
  timelineOf,
} from 'test-support/messages'
import {
  type Answer,
  refused,
  startTwilioServer,
  type TwilioServer,
} from 'test-support/twilioServer'

import { listen } from 'src/lib/live/listen'

import { cancelMessage } from './cancelMessage'
import { claimMessage } from './claimMessage'
import { dispatch } from './dispatch'
import { sendMessage } from './sendMessage'

let twilio: TwilioServer

beforeAll(async () => {
  twilio = await startTwilioServer()
})

afterAll(() => twilio.close())

beforeEach(async () => {
  twilio.calls.length = 0
  twilio.answers.length = 0
  await emptyDatabase()
})

const refusal = (code: string) => ({ extensions: { code } })

describe('a message that waits here', () => {
  const scheduled = () =>
    sendMessage(
      {
        to: CUSTOMER,
        body: 'Hello',
        sendAt: new Date(Date.now() + 3_600_000),
      },
      {}
    )

  it('for its time is canceled: its job is gone, and Twilio hears nothing', async () => {
    const { id } = await scheduled()
    const [canceled, [event]] = await Promise.all([
      cancelMessage(id),
      firstOf(1, listen(['messageStatusChanged'])),
    ])
    expect(canceled).toMatchObject({ id, status: 'CANCELED', sid: null })
    expect(event).toMatchObject({ messageId: id })
    expect(await timelineOf({ id })).toMatchObject([
      { source: 'API', status: 'CANCELED', disposition: 'APPLIED' },
    ])
    expect(await jobsOf({ id })).toEqual([])
    // A worker that had the job in hand comes too late.
    await dispatch(id)
    expect(twilio.calls).toHaveLength(0)
  })

  it('to be tried again is canceled', async () => {
    twilio.answers.push(refused(429, 20429))
    const { id } = await sendMessage({ to: CUSTOMER, body: 'Hello' }, {})
    expect(await cancelMessage(id)).toMatchObject({ status: 'CANCELED' })
    expect(await jobsOf({ id })).toEqual([])
    await dispatch(id)
    expect(twilio.calls).toHaveLength(1)
  })

  it('is canceled once: who comes second is told that there is nothing to cancel', async () => {
    const { id } = await scheduled()
    const results = await Promise.allSettled([
      cancelMessage(id),
      cancelMessage(id),
    ])
    expect(results.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ])
    expect(await timelineOf({ id })).toHaveLength(1)
  })

  it('is sent or canceled, never both', async () => {
    for (let n = 0; n < 10; n += 1) {
      twilio.calls.length = 0
      const { id } = await saveMessage()
      const [, canceled] = await Promise.allSettled([
        dispatch(id),
        cancelMessage(id),
      ])
      const { status } = await findMessage(id)
      expect([status, canceled.status, twilio.calls.length]).toEqual(
        twilio.calls.length
          ? ['QUEUED', 'rejected', 1]
          : ['CANCELED', 'fulfilled', 0]
      )
    }
  })

  it('is not canceled while somebody takes it to Twilio', async () => {
    const { id } = await saveMessage()
    await claimMessage(id)
    await expect(cancelMessage(id)).rejects.toMatchObject(
      refusal('BAD_USER_INPUT')
    )
    expect((await findMessage(id)).status).toEqual('PENDING')
  })
})

describe('a message that waits at Twilio', () => {
  const sid = newSid()
  const scheduled = () => saveMessage({ sid, status: 'SCHEDULED' })

  const found = (status: string) => ({ status: 200, body: { sid, status } })

  it.each<[string, Answer]>([
    ['broke', { status: 500 }],
    ['hung up', 'reset'],
    ['had canceled it before', refused(409, 30409)],
  ])(
    'is canceled where Twilio %s, and says so when asked',
    async (_w, answer) => {
      const { id } = await scheduled()
      twilio.answers.push(answer, found('canceled'))
      expect(await cancelMessage(id)).toMatchObject({ status: 'CANCELED' })
      expect(twilio.calls.map(({ method }) => method)).toEqual(['POST', 'GET'])
      expect(await timelineOf({ id })).toMatchObject([
        { source: 'API', status: 'CANCELED', disposition: 'APPLIED' },
      ])
    }
  )

  it.each<[string, Answer, Answer]>([
    ['broke', { status: 500 }, found('scheduled')],
    ['hung up', 'reset', found('scheduled')],
    ['is gone', 'reset', 'reset'],
    ['is down', { status: 503 }, { status: 503 }],
  ])(
    'is perhaps canceled where Twilio %s: nobody says that it is too late',
    async (_why, answer, then) => {
      const { id } = await scheduled()
      twilio.answers.push(answer, then)
      await expect(cancelMessage(id)).rejects.toMatchObject({
        message: expect.stringMatching(/did not say whether.*try again/),
        extensions: { code: 'TWILIO_ERROR' },
      })
      expect((await findMessage(id)).status).toEqual('SCHEDULED')
    }
  )

  it.each([
    ['it did not say so', { status: 500 }],
    ['it said so', refused(409, 30409)],
  ])('is on its way where Twilio has sent it: %s', async (_how, answer) => {
    const { id } = await scheduled()
    twilio.answers.push(answer, found('sent'))
    await expect(cancelMessage(id)).rejects.toMatchObject({
      message: expect.stringMatching(/too late/),
      ...refusal('BAD_USER_INPUT'),
    })
    expect((await findMessage(id)).status).toEqual('SENT')
  })

  it.each([429, 401])(
    'may be canceled again where Twilio answered %i',
    async (status) => {
      const { id } = await scheduled()
      twilio.answers.push(refused(status, 20429), found('scheduled'))
      await expect(cancelMessage(id)).rejects.toMatchObject({
        message: expect.stringMatching(/would not.*Try again/),
        extensions: { code: 'TWILIO_ERROR', twilioCode: 20429 },
      })
    }
  )

  it('is canceled there', async () => {
    const { id } = await scheduled()
    twilio.answers.push({ status: 200, body: { sid, status: 'canceled' } })
    expect(await cancelMessage(id)).toMatchObject({ sid, status: 'CANCELED' })
    expect(twilio.calls).toMatchObject([{ method: 'POST' }])
    expect(twilio.calls[0].path).toMatch(new RegExp(`/Messages/${sid}.json$`))
    expect(twilio.calls[0].params.get('Status')).toEqual('canceled')
    expect(await timelineOf({ id })).toMatchObject([
      { source: 'API', status: 'CANCELED' },
    ])
  })

  it('stays as it is where Twilio would not', async () => {
    const { id } = await scheduled()
    twilio.answers.push(refused(409, 30409), found('scheduled'))
    await expect(cancelMessage(id)).rejects.toMatchObject({
      extensions: { code: 'TWILIO_ERROR', twilioCode: 30409 },
    })
    expect((await findMessage(id)).status).toEqual('SCHEDULED')
    expect(await timelineOf({ id })).toEqual([])
  })
})

it.each([
  'UNCONFIRMED',
  'QUEUED',
  'SENT',
  'DELIVERED',
  'FAILED',
  'CANCELED',
] as const)('one that is %s is not canceled', async (status) => {
  const { id } = await saveMessage({
    status,
    sid: status === 'UNCONFIRMED' ? null : newSid(),
  })
  await expect(cancelMessage(id)).rejects.toMatchObject(
    refusal('BAD_USER_INPUT')
  )
  expect((await findMessage(id)).status).toEqual(status)
  expect(twilio.calls).toHaveLength(0)
})

it('one that somebody wrote to us is not canceled', async () => {
  const { id } = await saveMessage({ direction: 'INBOUND', sid: newSid() })
  await expect(cancelMessage(id)).rejects.toMatchObject(
    refusal('BAD_USER_INPUT')
  )
})

it.each(['', 'none', '01909090-0000-7000-8000-000000000000'])(
  'one that is not there is not found: "%s"',
  (id) => expect(cancelMessage(id)).rejects.toMatchObject(refusal('NOT_FOUND'))
)
