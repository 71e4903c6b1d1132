import { emptyDatabase } from 'test-support/emptyDatabase'
import {
  conversationWith,
  CUSTOMER,
  findMessage,
  newSid,
  OURS,
  saveMessage,
} from 'test-support/messages'
import { startTwilioServer, type TwilioServer } from 'test-support/twilioServer'

import { createUser } from 'src/lib/access/createUser'
import { db } from 'src/lib/db'

import { retryMessage } from './retryMessage'

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

const FAILED = { status: 'UNDELIVERED', errorCode: 30003 } as const

const refusal = (code: string) => ({ extensions: { code } })

it('a failed message is sent again as a new one, which is linked to it and says who sent it', async () => {
  await createUser({ email: 'maya@example.com', role: 'AGENT' })
  const { id: sentById } = await db.user.findFirstOrThrow()
  const failed = await saveMessage({
    ...FAILED,
    sid: newSid(),
    body: 'Is it ready?',
    validityPeriod: 60,
    media: [
      { url: 'https://example.com/a.png' },
      { url: 'https://example.com/b.png' },
    ],
  })
  const before = await findMessage(failed.id)
  const retry = await retryMessage(failed.id, { sentById })
  expect(retry).toMatchObject({
    retryOfId: failed.id,
    conversationId: failed.conversationId,
    sentById,
    status: 'QUEUED',
    sid: expect.stringMatching(/^SM/),
    from: OURS,
    to: CUSTOMER,
    body: 'Is it ready?',
    validityPeriod: 60,
    sendAt: null,
  })
  expect(retry.id).not.toEqual(failed.id)
  expect(retry.sid).not.toEqual(failed.sid)
  // What has failed has failed.
  expect(await findMessage(failed.id)).toEqual(before)
  const [{ params }] = twilio.calls
  expect(params.get('Body')).toEqual('Is it ready?')
  expect(params.getAll('MediaUrl')).toEqual([
    'https://example.com/a.png',
    'https://example.com/b.png',
  ])
  expect(params.get('ValidityPeriod')).toEqual('60')
  expect(await conversationWith(CUSTOMER)).toMatchObject({ messageCount: 2 })
})

it('one that was to be sent later goes at once: its time has passed', async () => {
  const { id } = await saveMessage({
    ...FAILED,
    sendAt: new Date(Date.now() - 60_000),
  })
  expect(await retryMessage(id, {})).toMatchObject({
    status: 'QUEUED',
    sendAt: null,
  })
})

it('one that went through a Messaging Service goes through it again, whichever sender that chose', async () => {
  const service = 'MG0123456789abcdef0123456789abcdef'
  const { id, conversationId } = await saveMessage({
    ...FAILED,
    messagingServiceSid: service,
    from: '+15005550009',
  })
  await db.conversation.update({
    where: { id: conversationId },
    data: { senderAddress: service },
  })
  expect(await retryMessage(id, {})).toMatchObject({
    conversationId,
    messagingServiceSid: service,
  })
  const [{ params }] = twilio.calls
  expect(params.get('MessagingServiceSid')).toEqual(service)
  expect(params.has('From')).toEqual(false)
})

it('WhatsApp’s stays on WhatsApp', async () => {
  const { id } = await saveMessage({ ...FAILED, channel: 'WHATSAPP' })
  expect(await retryMessage(id, {})).toMatchObject({ channel: 'WHATSAPP' })
  expect(twilio.calls[0].params.get('To')).toEqual(`whatsapp:${CUSTOMER}`)
})

it('pressed twenty times at once, it is sent once', async () => {
  const { id } = await saveMessage(FAILED)
  const retries = await Promise.all(
    Array.from({ length: 20 }, () => retryMessage(id, {}))
  )
  expect(new Set(retries.map((retry) => retry.id)).size).toEqual(1)
  expect(twilio.calls).toHaveLength(1)
  expect(await db.message.count()).toEqual(2)
})

it('who wants another one retries the retry', async () => {
  const { id } = await saveMessage(FAILED)
  const first = await retryMessage(id, {})
  await db.message.update({ where: { id: first.id }, data: FAILED })
  const second = await retryMessage(first.id, {})
  expect(second.retryOfId).toEqual(first.id)
  expect(await retryMessage(id, {})).toMatchObject({ id: first.id })
  expect(twilio.calls).toHaveLength(2)
})

it.each<[string, object]>([
  ['its outcome is unknown', { status: 'UNCONFIRMED' }],
  ['it still waits', { status: 'PENDING' }],
  ['it is on its way', { status: 'SENT', sid: newSid() }],
  ['it has arrived', { status: 'DELIVERED', sid: newSid() }],
  ['it was canceled', { status: 'CANCELED' }],
  ['the recipient has opted out', { status: 'FAILED', errorCode: 21610 }],
  ['there is no such number', { status: 'FAILED', errorCode: 21211 }],
  ['it is a landline', { status: 'FAILED', errorCode: 21614 }],
  ['somebody wrote it to us', { direction: 'INBOUND', status: 'RECEIVED' }],
])('is not sent again where %s', async (_why, fields) => {
  const { id } = await saveMessage(fields)
  await expect(retryMessage(id, {})).rejects.toMatchObject(
    refusal('BAD_USER_INPUT')
  )
  expect(await db.message.count()).toEqual(1)
  expect(twilio.calls).toHaveLength(0)
})

it('is not sent again to a contact that has opted out since', async () => {
  const { id } = await saveMessage(FAILED)
  await db.conversation.updateMany({ data: { optedOutAt: new Date() } })
  await expect(retryMessage(id, {})).rejects.toMatchObject(refusal('OPTED_OUT'))
  expect(await db.message.count()).toEqual(1)
  expect(twilio.calls).toHaveLength(0)
})

it.each(['', 'none', '01909090-0000-7000-8000-000000000000'])(
  'one that is not there is not found: "%s"',
  (id) =>
    expect(retryMessage(id, {})).rejects.toMatchObject(refusal('NOT_FOUND'))
)
