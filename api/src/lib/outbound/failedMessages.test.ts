import type { Message } from '@prisma/client'
import { emptyDatabase } from 'test-support/emptyDatabase'
import { CUSTOMER, newNumber, newSid, saveMessage } from 'test-support/messages'
import {
  refused,
  startTwilioServer,
  type TwilioServer,
} from 'test-support/twilioServer'

import { db } from 'src/lib/db'

import { needsAttention, retryFailed } from './failedMessages'

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

const fail = (change: object = {}) =>
  saveMessage({
    contact: newNumber(),
    status: 'UNDELIVERED',
    errorCode: 30003,
    sid: newSid(),
    ...change,
  })

const recipients = () => twilio.calls.map(({ params }) => params.get('To'))

const count = () => db.message.count({ where: needsAttention })

it('all that failed are sent again, each once, and need no attention then', async () => {
  const failed: Message[] = []
  for (let n = 0; n < 25; n++) {
    failed.push(await fail())
  }
  expect(await count()).toEqual(25)
  expect(await retryFailed({})).toEqual({ retried: 25, refused: 0 })
  expect(recipients().sort()).toEqual(failed.map(({ to }) => to).sort())
  expect(await count()).toEqual(0)

  expect(await retryFailed({})).toEqual({ retried: 0, refused: 0 })
  expect(twilio.calls).toHaveLength(25)
})

it('twice at once sends each once', async () => {
  await Promise.all(Array.from({ length: 10 }, () => fail()))
  await Promise.all([retryFailed({}), retryFailed({})])
  expect(twilio.calls).toHaveLength(10)
  expect(await db.message.count()).toEqual(20)
})

it('those that are refused stop none of the others, and are counted', async () => {
  const optedOut = await fail()
  await db.conversation.update({
    where: { id: optedOut.conversationId },
    data: { optedOutAt: new Date() },
  })
  await fail()
  await fail()
  twilio.answers.push(refused(400, 21211))
  expect(await retryFailed({})).toEqual({ retried: 3, refused: 2 })
  expect(twilio.calls).toHaveLength(2)
  expect(recipients()).not.toContain(optedOut.to)
})

it('those that would fail again are left alone', async () => {
  await fail({ status: 'FAILED', errorCode: 21610 })
  await fail({ status: 'FAILED', errorCode: 21614 })
  await saveMessage({ contact: CUSTOMER, status: 'DELIVERED' })
  await saveMessage({ contact: CUSTOMER, status: 'UNCONFIRMED' })
  expect(await retryFailed({})).toEqual({ retried: 0, refused: 0 })
  expect(twilio.calls).toHaveLength(0)
  expect(await count()).toEqual(2)
})

it('five hundred of those hide none that may get through', async () => {
  const { id } = await fail({ errorCode: null })
  const hopeless = await fail({ errorCode: 21614 })
  await db.message.createMany({
    data: Array.from({ length: 500 }, () => ({
      conversationId: hopeless.conversationId,
      direction: 'OUTBOUND' as const,
      channel: 'SMS' as const,
      from: hopeless.from,
      to: hopeless.to,
      status: 'FAILED' as const,
      errorCode: 21614,
    })),
  })
  expect(await retryFailed({})).toEqual({ retried: 1, refused: 0 })
  expect(await db.message.findMany({ where: { retryOfId: id } })).toHaveLength(
    1
  )
})
