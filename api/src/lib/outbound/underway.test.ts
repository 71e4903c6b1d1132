import { emptyDatabase } from 'test-support/emptyDatabase'
import { firstOf } from 'test-support/firstOf'
import { jobsOf } from 'test-support/jobs'
import {
  CUSTOMER,
  findMessage,
  newSid,
  saveMessage,
} from 'test-support/messages'
import {
  type Answer,
  created,
  refused,
  startTwilioServer,
  type TwilioServer,
} from 'test-support/twilioServer'

import { createUser } from 'src/lib/access/createUser'
import { config } from 'src/lib/config/config'
import { db } from 'src/lib/db'
import { listen } from 'src/lib/live/listen'

import { retryMessage } from './retryMessage'
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

/** Something that comes when it is told to. */
const later = <Value>() => {
  let come: (value: Value) => void = () => {}
  const coming = new Promise<Value>((resolve) => (come = resolve))
  return { coming, come }
}

const hello = { to: CUSTOMER, body: 'Hello' }

describe('where Twilio takes its time', () => {
  beforeEach(() => {
    jest.replaceProperty(config, 'sendWaitMs', 20)
  })

  /** Sends while Twilio says nothing, and then lets it answer. */
  const sendSlowly = async (send = () => sendMessage(hello, {})) => {
    const { coming, come } = later<Answer>()
    twilio.answers.push(() => coming)
    const answered = await send()
    const outcome = firstOf(1, listen(['messageStatusChanged']))
    return {
      answered,
      answer: async (answer: Answer) => {
        come(answer)
        const [event] = await outcome
        expect(event).toMatchObject({ messageId: answered.id })
        return findMessage(answered.id)
      },
    }
  }

  const PENDING = { status: 'PENDING', sid: null, attempt: 1 }

  it('a send is answered all the same; what comes of it is told when it is known', async () => {
    const { answered, answer } = await sendSlowly()
    expect(answered).toMatchObject(PENDING)
    // In this process's hands, and looked after should it die.
    expect(answered.claimedUntil).not.toBeNull()
    expect(await jobsOf(answered)).toMatchObject([{ task: 'sendMessage' }])

    const sid = newSid()
    expect(await answer(created({ sid }))).toMatchObject({
      sid,
      status: 'QUEUED',
      claimedUntil: null,
    })
    expect(await jobsOf(answered)).toEqual([])
    expect(twilio.calls).toHaveLength(1)
  })

  it.each<[string, Answer, object]>([
    [
      'it refuses then',
      refused(400, 21211),
      { status: 'FAILED', errorCode: 21211 },
    ],
    ['it is busy then', refused(429, 20429), { status: 'PENDING' }],
    ['the connection breaks then', 'reset', { status: 'UNCONFIRMED' }],
    ['it never answers', 'never', { status: 'UNCONFIRMED' }],
  ])('the row learns it when %s', async (_what, given, expected) => {
    const { answered, answer } = await sendSlowly()
    expect(answered).toMatchObject(PENDING)
    expect(await answer(given)).toMatchObject({
      ...expected,
      sid: null,
      claimedUntil: null,
    })
  })

  it('a retry is answered all the same', async () => {
    const failed = await saveMessage({ status: 'FAILED', errorCode: 30001 })
    const { answered, answer } = await sendSlowly(() =>
      retryMessage(failed.id, {})
    )
    expect(answered).toMatchObject({ ...PENDING, retryOfId: failed.id })
    expect(await answer(created())).toMatchObject({ status: 'QUEUED' })
  })

  it('a repeat under the same key is answered with the send that is under way', async () => {
    await createUser({ email: 'maya@example.com', role: 'AGENT' })
    const author = { sentById: (await db.user.findFirstOrThrow()).id }
    const { answered, answer } = await sendSlowly(() =>
      sendMessage(hello, author, 'order-17')
    )
    expect(await sendMessage(hello, author, 'order-17')).toMatchObject({
      id: answered.id,
      ...PENDING,
    })
    await answer(created())
    expect(twilio.calls).toHaveLength(1)
  })
})

it('a send is answered as soon as Twilio answers, and not when the wait is over', async () => {
  jest.replaceProperty(config, 'sendWaitMs', 3_600_000)
  expect(await sendMessage(hello, {})).toMatchObject({ status: 'QUEUED' })
})

describe('a process that is to end', () => {
  /** As that process has them. */
  const fresh = () => {
    let modules: typeof import('./underway') | undefined
    jest.isolateModules(() => {
      modules = require('./underway')
    })
    return modules as typeof import('./underway')
  }

  it('waits for the attempts that it has, whatever comes of them', async () => {
    const { finishAttempts, isStopping, noteAttempt } = fresh()
    const [one, other] = [later<void>(), later<never>()]
    noteAttempt(one.coming)
    noteAttempt(
      other.coming.then(() => Promise.reject(new Error('lost')))
    ).catch(() => {})
    expect(isStopping()).toEqual(false)
    let finished = false
    const end = finishAttempts().then(() => (finished = true))
    expect(isStopping()).toEqual(true)
    one.come()
    await one.coming
    await new Promise(setImmediate)
    expect(finished).toEqual(false)
    other.come(undefined as never)
    await end
  })

  it('waits for those that came meanwhile', async () => {
    const { finishAttempts, noteAttempt } = fresh()
    const [one, other] = [later<void>(), later<void>()]
    noteAttempt(one.coming)
    let finished = false
    const end = finishAttempts().then(() => (finished = true))
    noteAttempt(other.coming)
    one.come()
    await new Promise(setImmediate)
    expect(finished).toEqual(false)
    other.come()
    await end
  })

  it('ends at once where it has none', async () => {
    await fresh().finishAttempts()
  })

  it('lets nobody wait any longer for what goes on', async () => {
    const { finishAttempts, noteAttempt, waitAWhile } = fresh()
    const { coming, come } = later<void>()
    const waited = waitAWhile(noteAttempt(coming))
    const end = finishAttempts()
    await waited
    come()
    await end
  })
})
