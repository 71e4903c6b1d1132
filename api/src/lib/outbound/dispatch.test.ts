import type { Message } from '@prisma/client'
import { emptyDatabase } from 'test-support/emptyDatabase'
import { firstOf } from 'test-support/firstOf'
import { jobsOf } from 'test-support/jobs'
import {
  findMessage,
  newNumber,
  newSid,
  OURS,
  saveMessage,
  timelineOf,
} from 'test-support/messages'
import {
  created,
  refused,
  startTwilioServer,
  type TwilioServer,
} from 'test-support/twilioServer'

import { config } from 'src/lib/config/config'
import { db } from 'src/lib/db'
import { parseStatusCallback } from 'src/lib/inbound/parseStatusCallback'
import { recordStatusReport } from 'src/lib/inbound/recordStatusReport'
import { listen } from 'src/lib/live/listen'

import { type Claim, claimMessage, LEASE_SECONDS } from './claimMessage'
import { dispatch } from './dispatch'
import { addSendJob } from './jobs'
import { settle } from './settle'

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

const callback = (sid: string, MessageStatus: string, messageId?: string) =>
  recordStatusReport(
    parseStatusCallback({ MessageSid: sid, MessageStatus }, messageId)
  )

const history = async (message: Pick<Message, 'id'>) =>
  (await timelineOf(message)).map(({ source, status, disposition }) => [
    source,
    status,
    disposition,
  ])

/** What a lease that has run out looks like. */
const expire = ({ id }: Pick<Message, 'id'>) =>
  db.$executeRaw`UPDATE "Message" SET "claimedUntil" = now() - interval '1 second' WHERE id = ${id}::uuid`

describe('a message that waits', () => {
  it('goes to Twilio, and has its SID and its status then', async () => {
    const { id } = await saveMessage()
    const sid = newSid()
    twilio.answers.push(created({ sid, num_segments: '3' }))
    await dispatch(id)
    expect(await findMessage(id)).toMatchObject({
      sid,
      status: 'QUEUED',
      numSegments: 3,
      attempt: 1,
      claimedUntil: null,
    })
    expect(await history({ id })).toEqual([['API', 'QUEUED', 'APPLIED']])
    expect(await jobsOf({ id })).toEqual([])
  })

  it('takes the sender that a Messaging Service chose', async () => {
    const service = 'MG0123456789abcdef0123456789abcdef'
    const { id } = await saveMessage({
      from: service,
      messagingServiceSid: service,
      channel: 'WHATSAPP',
    })
    twilio.answers.push(
      created({ status: 'accepted', from: 'whatsapp:+15005550009' })
    )
    await dispatch(id)
    expect(await findMessage(id)).toMatchObject({
      status: 'ACCEPTED',
      from: '+15005550009',
    })
  })

  it('fails where Twilio refuses it, and is not sent again', async () => {
    const { id } = await saveMessage()
    twilio.answers.push(refused(400, 21211, "The 'To' number is not valid."))
    await dispatch(id)
    expect(await findMessage(id)).toMatchObject({
      status: 'FAILED',
      sid: null,
      errorCode: 21211,
      errorDetail: "The 'To' number is not valid.",
      claimedUntil: null,
    })
    expect(await history({ id })).toEqual([['API', 'FAILED', 'APPLIED']])
    await dispatch(id)
    expect(twilio.calls).toHaveLength(1)
    expect(await jobsOf({ id })).toEqual([])
  })

  it('waits where Twilio is busy, and goes out by itself', async () => {
    const { id } = await saveMessage()
    twilio.answers.push(refused(429, 20429))
    await dispatch(id)
    expect(await findMessage(id)).toMatchObject({
      status: 'PENDING',
      claimedUntil: null,
      attempt: 1,
    })
    const [job, ...others] = await jobsOf({ id })
    expect(job.task).toEqual('sendMessage')
    expect(job.inSeconds).toBeGreaterThan(0)
    expect(job.inSeconds).toBeLessThanOrEqual(4)
    expect(others).toEqual([])

    await dispatch(id)
    expect(await findMessage(id)).toMatchObject({
      status: 'QUEUED',
      attempt: 2,
    })
    expect(await jobsOf({ id })).toEqual([])
  })

  it('is unconfirmed where the answer was lost: Twilio is asked, and it is not sent again', async () => {
    const { id } = await saveMessage()
    twilio.answers.push('reset')
    await dispatch(id)
    expect(await findMessage(id)).toMatchObject({
      status: 'UNCONFIRMED',
      sid: null,
      claimedUntil: null,
    })
    await dispatch(id)
    expect(twilio.calls).toHaveLength(1)
    expect(await jobsOf({ id })).toMatchObject([{ task: 'confirmMessage' }])
  })

  it.each<[string, (id: string) => Promise<unknown>]>([
    [
      'Twilio broke',
      async (id) => {
        twilio.answers.push({ status: 503 })
        await dispatch(id)
      },
    ],
    [
      'its sender died',
      async (id) => {
        await claimMessage(id)
        await expire({ id })
        await dispatch(id)
      },
    ],
  ])(
    'is asked about the later, the more of its attempts came to nothing that is known: %s',
    async (_why, lose) => {
      jest.spyOn(Math, 'random').mockReturnValue(0.5)
      const { id } = await saveMessage({ attempt: 9 })
      await lose(id)
      jest.restoreAllMocks()
      const [job] = await jobsOf({ id })
      expect(job.task).toEqual('confirmMessage')
      expect(job.inSeconds).toBeGreaterThan(
        config.reconcileUnconfirmedSeconds + 140
      )
    }
  )

  it('is sent once, though ten send it at once', async () => {
    const { id } = await saveMessage()
    await Promise.all(Array.from({ length: 10 }, () => dispatch(id)))
    expect(twilio.calls).toHaveLength(1)
    expect((await findMessage(id)).status).toEqual('QUEUED')
  })

  it('is not sent while somebody else has it', async () => {
    const { id } = await saveMessage()
    await claimMessage(id)
    await dispatch(id)
    expect(twilio.calls).toHaveLength(0)
    expect((await findMessage(id)).status).toEqual('PENDING')
  })

  it('is unconfirmed where whoever had it died: its outcome is unknown', async () => {
    const { id } = await saveMessage()
    await claimMessage(id)
    await expire({ id })
    await dispatch(id)
    expect(twilio.calls).toHaveLength(0)
    expect(await findMessage(id)).toMatchObject({
      status: 'UNCONFIRMED',
      claimedUntil: null,
    })
    expect(await jobsOf({ id })).toMatchObject([{ task: 'confirmMessage' }])
  })

  it.each([
    'UNCONFIRMED',
    'QUEUED',
    'FAILED',
    'CANCELED',
    'DELIVERED',
  ] as const)('is not one that is %s', async (status) => {
    const { id } = await saveMessage({ status })
    await dispatch(id)
    expect(twilio.calls).toHaveLength(0)
    expect((await findMessage(id)).status).toEqual(status)
  })

  it('is not an inbound one, nor one that is not there', async () => {
    const { id } = await saveMessage({ direction: 'INBOUND' })
    await dispatch(id)
    await dispatch('01909090-0000-7000-8000-000000000000')
    expect(twilio.calls).toHaveLength(0)
  })

  it('waits for its time where we keep it, and not where Twilio does', async () => {
    const sendAt = new Date(Date.now() + 3_600_000)
    const service = 'MG0123456789abcdef0123456789abcdef'
    const ours = await saveMessage({ status: 'SCHEDULED', sendAt })
    const theirs = await saveMessage({
      messagingServiceSid: service,
      sendAt,
      contact: newNumber(),
    })
    twilio.answers.push(created({ status: 'scheduled' }))
    await dispatch(ours.id)
    await dispatch(theirs.id)
    expect((await findMessage(ours.id)).status).toEqual('SCHEDULED')
    expect((await findMessage(theirs.id)).status).toEqual('SCHEDULED')
    expect(twilio.calls).toHaveLength(1)

    await db.message.update({
      where: { id: ours.id },
      data: { sendAt: new Date(Date.now() - 60_000) },
    })
    await dispatch(ours.id)
    expect((await findMessage(ours.id)).status).toEqual('QUEUED')
  })

  it('is told to every screen when it has moved', async () => {
    const { id, conversationId } = await saveMessage()
    const [event] = await Promise.all([
      firstOf(1, listen(['messageStatusChanged'])),
      dispatch(id),
    ])
    expect(event).toEqual([
      { kind: 'messageStatusChanged', messageId: id, conversationId },
    ])
  })
})

describe('a callback that is quicker than the answer', () => {
  it('tells the row its SID; the answer comes late', async () => {
    const { id } = await saveMessage()
    const sid = newSid()
    twilio.answers.push(async () => {
      await callback(sid, 'sent', id)
      return created({ sid })
    })
    await dispatch(id)
    expect(await findMessage(id)).toMatchObject({
      sid,
      status: 'SENT',
      claimedUntil: null,
    })
    expect(await history({ id })).toEqual([
      ['CALLBACK', 'SENT', 'APPLIED'],
      ['API', 'QUEUED', 'STALE'],
    ])
  })

  it('is parked where it does not name the row, and follows the answer', async () => {
    const { id } = await saveMessage()
    const sid = newSid()
    twilio.answers.push(async () => {
      await callback(sid, 'delivered')
      return created({ sid })
    })
    await dispatch(id)
    expect(await findMessage(id)).toMatchObject({ sid, status: 'DELIVERED' })
    expect(await history({ id })).toEqual([
      ['API', 'QUEUED', 'APPLIED'],
      ['CALLBACK', 'DELIVERED', 'APPLIED'],
    ])
  })

  it('says more than an answer that is lost', async () => {
    const { id } = await saveMessage()
    const sid = newSid()
    twilio.answers.push(async () => {
      await callback(sid, 'sent', id)
      return 'reset' as const
    })
    await dispatch(id)
    expect(await findMessage(id)).toMatchObject({ sid, status: 'SENT' })
    expect(await jobsOf({ id })).toEqual([])
  })

  it('says more than a claim that ran out', async () => {
    const { id } = await saveMessage()
    const sid = newSid()
    await claimMessage(id)
    await callback(sid, 'sent', id)
    await expire({ id })
    await dispatch(id)
    expect(await findMessage(id)).toMatchObject({ sid, status: 'SENT' })
    expect(twilio.calls).toHaveLength(0)
  })
})

describe('a lease', () => {
  const claim = async (id: string) => (await claimMessage(id)) as Claim

  it('runs by the database’s clock, longer than a call can take', async () => {
    const { id } = await saveMessage()
    await claim(id)
    const [{ seconds }] = await db.$queryRaw<{ seconds: number }[]>`
      SELECT extract(epoch FROM "claimedUntil" - clock_timestamp())::float AS seconds FROM "Message" WHERE id = ${id}::uuid`
    expect(seconds).toBeLessThanOrEqual(LEASE_SECONDS)
    expect(seconds).toBeGreaterThan(LEASE_SECONDS - 5)
    expect(LEASE_SECONDS).toBeGreaterThan(1)
  })

  it('has one holder', async () => {
    const { id } = await saveMessage()
    const claims = await Promise.all(
      Array.from({ length: 10 }, () => claimMessage(id))
    )
    expect(claims.filter(Boolean)).toHaveLength(1)
  })

  /** The first attempt was given up for lost and found not to be at Twilio; a second one is under way, or done. */
  const overtaken = async () => {
    const { id } = await saveMessage()
    const first = await claim(id)
    await expire({ id })
    await dispatch(id)
    await db.message.update({ where: { id }, data: { status: 'PENDING' } })
    return { id, first }
  }

  const outcomes = [
    { kind: 'unknown', reason: 'no answer' },
    { kind: 'notProcessed', reason: 'busy' },
    { kind: 'refused', errorCode: 21211, errorDetail: 'no number' },
  ] as const

  it.each(outcomes)(
    'that was overtaken says no more, while the next one is under way: $kind',
    async (outcome) => {
      const { id, first } = await overtaken()
      await claim(id)
      const held = await findMessage(id)
      await addSendJob(db, id, { inSeconds: 60 })
      await settle(first, outcome)
      const { status, claimedUntil, errorCode } = await findMessage(id)
      expect({ status, claimedUntil, errorCode }).toEqual({
        status: 'PENDING',
        claimedUntil: held.claimedUntil,
        errorCode: null,
      })
      // Somebody still looks after the second one.
      expect(await jobsOf({ id })).toContainEqual(
        expect.objectContaining({ task: 'sendMessage' })
      )
    }
  )

  it.each(outcomes)(
    'that was overtaken says no more, when the next one was accepted: $kind',
    async (outcome) => {
      const { id, first } = await overtaken()
      await dispatch(id)
      const accepted = await findMessage(id)
      expect(accepted.status).toEqual('QUEUED')
      await settle(first, outcome)
      expect(await findMessage(id)).toEqual(accepted)
    }
  )

  it('whose answer went to another row that looks the same leaves its own unknown', async () => {
    const { id } = await saveMessage()
    const first = await claim(id)
    const sid = newSid()
    await saveMessage({ sid, contact: newNumber() })
    const created = { sid, status: 'queued', from: OURS, numSegments: 1 }
    await settle(first, {
      kind: 'accepted',
      created: { ...created, errorCode: null, errorMessage: null },
    })
    expect(await findMessage(id)).toMatchObject({
      status: 'UNCONFIRMED',
      sid: null,
    })
    expect(await jobsOf({ id })).toMatchObject([{ task: 'confirmMessage' }])
  })

  it('that ran out still tells that Twilio refused', async () => {
    const { id } = await saveMessage()
    const first = await claim(id)
    await expire({ id })
    await dispatch(id)
    expect((await findMessage(id)).status).toEqual('UNCONFIRMED')
    await settle(first, outcomes[2])
    expect(await findMessage(id)).toMatchObject({
      status: 'FAILED',
      errorCode: 21211,
    })
  })

  it('that ran out still tells that Twilio accepted', async () => {
    const { id } = await saveMessage()
    const first = await claim(id)
    await expire({ id })
    await dispatch(id)
    const sid = newSid()
    await settle(first, {
      kind: 'accepted',
      created: {
        sid,
        status: 'queued',
        from: null,
        numSegments: null,
        errorCode: null,
        errorMessage: null,
      },
    })
    expect(await findMessage(id)).toMatchObject({ sid, status: 'QUEUED' })
  })
})
