import { emptyDatabase } from 'test-support/emptyDatabase'
import { ask, type Credentials, keyFor } from 'test-support/graphql'
import {
  CUSTOMER,
  newNumber,
  newSid,
  OURS,
  saveMessage,
} from 'test-support/messages'
import { twilioRequest } from 'test-support/twilioRequest'
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks'

import { handler as twilioCallback } from 'src/functions/twilioCallback/twilioCallback'
import { handler as twilioMessage } from 'src/functions/twilioMessage/twilioMessage'
import { config } from 'src/lib/config/config'
import { pool } from 'src/lib/database/pool'
import { db } from 'src/lib/db'

import { pruneTally } from './pruneTally'
import { countWebhook, takeTally } from './tally'
import { keepTally, writeTally } from './writeTally'

let admin: Credentials

beforeEach(async () => {
  await emptyDatabase()
  takeTally()
  admin = await keyFor('ADMIN')
})

const HEALTH = `{
  webhookHealth {
    minutes { minute callbacks inbound refused notRecorded }
    lastCallbackAt lastInboundAt callbackUrl messageUrl
    refusals { webhook reason expectedUrl signedUrl count lastAt }
    stuckCount stuck { id } unconfirmedCount conflictCount conflicts { id } parkedCount
    reconciliations { kind startedAt finishedAt checked recovered absent foreign }
  }
}`

const health = async () => {
  const { data, errors } = await ask(admin, HEALTH)
  expect(errors).toBeUndefined()
  return data.webhookHealth
}

const FUNCTIONS = 'https://inbox.example.com/.redwood/functions'

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000)

type Options = Parameters<typeof twilioRequest>[2]

const callback = (MessageStatus: string, sid: string, options?: Options) =>
  twilioCallback(
    twilioRequest('twilioCallback', { MessageSid: sid, MessageStatus }, options)
  )

const receive = (options?: Options) =>
  twilioMessage(
    twilioRequest(
      'twilioMessage',
      { MessageSid: newSid(), From: CUSTOMER, To: OURS, Body: 'Hello' },
      options
    )
  )

/** What came in all of the last sixty minutes. */
const sums = ({ minutes }: { minutes: Record<string, number>[] }) =>
  minutes.reduce(
    (sum, { callbacks, inbound, refused, notRecorded }) => ({
      callbacks: sum.callbacks + callbacks,
      inbound: sum.inbound + inbound,
      refused: sum.refused + refused,
      notRecorded: sum.notRecorded + notRecorded,
    }),
    { callbacks: 0, inbound: 0, refused: 0, notRecorded: 0 }
  )

it('is empty where nothing has come yet, and says where it is expected', async () => {
  const { minutes, ...rest } = await health()
  expect(minutes).toHaveLength(60)
  expect(sums({ minutes })).toEqual({
    callbacks: 0,
    inbound: 0,
    refused: 0,
    notRecorded: 0,
  })
  expect(rest).toEqual({
    lastCallbackAt: null,
    lastInboundAt: null,
    callbackUrl: `${FUNCTIONS}/twilioCallback`,
    messageUrl: `${FUNCTIONS}/twilioMessage`,
    refusals: [],
    stuckCount: 0,
    stuck: [],
    unconfirmedCount: 0,
    conflictCount: 0,
    conflicts: [],
    parkedCount: 0,
    reconciliations: [],
  })
})

describe('the minutes', () => {
  it('are the last sixty, oldest first, each a minute after the other', async () => {
    const { minutes } = await health()
    const times = minutes.map(({ minute }: { minute: string }) =>
      Date.parse(minute)
    )
    for (let n = 1; n < times.length; n += 1) {
      expect(times[n] - times[n - 1]).toEqual(60_000)
    }
    expect(Math.abs(times[59] - Date.now())).toBeLessThan(120_000)
  })

  it('count what came, by what became of it', async () => {
    const { sid } = await saveMessage({ sid: newSid(), status: 'QUEUED' })
    await callback('sent', sid as string)
    await callback('sent', sid as string)
    await receive()
    await receive({ token: 'f'.repeat(32) })
    await receive({ method: 'GET' })
    const query = jest
      .spyOn(pool, 'query')
      .mockRejectedValueOnce(new Error('the database is away') as never)
    expect(await callback('delivered', sid as string)).toMatchObject({
      statusCode: 503,
    })
    query.mockRestore()
    expect(sums(await health())).toEqual({
      callbacks: 2,
      inbound: 1,
      refused: 2,
      notRecorded: 1,
    })
  })

  it('add up over processes, however often each writes', async () => {
    await receive()
    await writeTally()
    await receive()
    await writeTally()
    const { rows } = await pool.query<{ minute: Date }>(
      'SELECT DISTINCT minute FROM "WebhookMinute"'
    )
    expect(rows.length).toBeLessThanOrEqual(2)
    // Another process's.
    await pool.query('UPDATE "WebhookMinute" SET count = count + 5')
    await receive()
    expect(sums(await health()).inbound).toEqual(3 + 5 * rows.length)
  })

  it('leave out what is older than an hour, and are forgotten after a week', async () => {
    await pool.query(
      `INSERT INTO "WebhookMinute" (minute, webhook, result, count)
       SELECT date_trunc('minute', now()) - age, 'twilioMessage', 'RECORDED', 1
       FROM unnest('{2 hours, 6 days, 8 days}'::interval[]) age`
    )
    expect(sums(await health()).inbound).toEqual(0)
    expect(await pruneTally()).toEqual(1)
    expect(await db.webhookMinute.count()).toEqual(2)
  })
})

describe('the count in memory', () => {
  const failOnce = () =>
    jest
      .spyOn(pool, 'query')
      .mockRejectedValueOnce(new Error('the database is away') as never)

  it('is kept while it can’t be written, and written later', async () => {
    await receive()
    await receive({ token: 'f'.repeat(32) })
    failOnce()
    await writeTally()
    expect(await db.webhookMinute.count()).toEqual(0)
    await receive({ token: 'f'.repeat(32) })
    const { refusals, ...rest } = await health()
    expect(sums(rest)).toMatchObject({ inbound: 1, refused: 2 })
    expect(refusals).toMatchObject([{ reason: 'WRONG_TOKEN', count: 2 }])
  })

  it('is written a last time when the process ends', async () => {
    const stop = keepTally()
    await receive()
    await stop()
    expect(await db.webhookMinute.findMany()).toMatchObject([
      { webhook: 'twilioMessage', result: 'RECORDED', count: 1 },
    ])
  })

  it('asks the database for nothing where nothing came', async () => {
    const query = jest.spyOn(pool, 'query')
    await writeTally()
    expect(query).not.toHaveBeenCalled()
    countWebhook('twilioMessage', 'RECORDED')
    await writeTally()
    expect(query).toHaveBeenCalledTimes(1)
  })

  it('is a few rows, however many forged requests come', async () => {
    await Promise.all(
      Array.from({ length: 500 }, (_, n) =>
        receive({ query: `?n=${n}`, tamper: { signature: 'forged' } })
      )
    )
    const { refusals, ...rest } = await health()
    expect(sums(rest).refused).toEqual(500)
    expect(refusals).toMatchObject([{ count: 500 }])
    expect(await db.webhookMinute.count()).toBeLessThanOrEqual(2)
  })
})

describe('a refusal', () => {
  const EXPECTED = `${FUNCTIONS}/twilioMessage`

  const FORM = { MessageSid: newSid(), From: CUSTOMER, To: OURS, Body: 'Hello' }

  /** Twilio's webhook, signed for another of our addresses. */
  const signedFor = (url: string) =>
    twilioMessage(
      twilioRequest('twilioMessage', FORM, {
        tamper: {
          signature: getExpectedTwilioSignature(
            config.twilio.authToken,
            url,
            FORM
          ),
        },
      })
    )

  it.each<[string, string, Options]>([
    ['nobody signed', 'MISSING_SIGNATURE', { tamper: { signature: null } }],
    ['another token signed', 'WRONG_TOKEN', { token: 'f'.repeat(32) }],
    ['is no POST', 'WRONG_METHOD', { method: 'GET' }],
    ['is too large', 'TOO_LARGE', { tamper: { body: 'x'.repeat(65_537) } }],
  ])('of what %s says so: %s', async (_what, reason, options) => {
    await receive(options)
    expect((await health()).refusals).toEqual([
      {
        webhook: 'twilioMessage',
        reason,
        expectedUrl: EXPECTED,
        signedUrl: null,
        count: 1,
        lastAt: expect.any(String),
      },
    ])
  })

  it.each([EXPECTED.replace('https:', 'http:'), `${EXPECTED}/`])(
    'of what was signed for %s names both addresses',
    async (signedUrl) => {
      expect(await signedFor(signedUrl)).toMatchObject({ statusCode: 403 })
      expect((await health()).refusals).toMatchObject([
        { reason: 'OTHER_URL', expectedUrl: EXPECTED, signedUrl, count: 1 },
      ])
    }
  )

  it('is one for each webhook and reason: the latest', async () => {
    await receive({ token: 'f'.repeat(32) })
    await receive({ token: 'e'.repeat(32) })
    await callback('sent', newSid(), { token: 'f'.repeat(32) })
    const { refusals } = await health()
    expect(
      refusals
        .map(({ webhook, count }: { webhook: string; count: number }) => [
          webhook,
          count,
        ])
        .sort()
    ).toEqual([
      ['twilioCallback', 1],
      ['twilioMessage', 2],
    ])
  })
})

describe('the messages that an administrator should look at', () => {
  it('are those that are stuck: the oldest twenty, and how many there are', async () => {
    const stuck: string[] = []
    for (let n = 0; n < 22; n += 1) {
      const { id } = await saveMessage({
        contact: newNumber(),
        sid: newSid(),
        status: 'SENT',
        createdAt: hoursAgo(48 - n / 10),
      })
      stuck.push(id)
    }
    await saveMessage({ sid: newSid(), status: 'SENT' })
    await saveMessage({ status: 'DELIVERED', createdAt: hoursAgo(48) })
    await saveMessage({ status: 'FAILED', createdAt: hoursAgo(48) })
    await saveMessage({ direction: 'INBOUND', createdAt: hoursAgo(48) })
    await saveMessage({
      status: 'SCHEDULED',
      createdAt: hoursAgo(48),
      sendAt: hoursAgo(-1),
    })
    const found = await health()
    expect(found.stuckCount).toEqual(22)
    expect(found.stuck.map(({ id }: { id: string }) => id)).toEqual(
      stuck.slice(0, 20)
    )
  })

  it('are stuck after the time that was set', async () => {
    await saveMessage({
      sid: newSid(),
      status: 'SENT',
      createdAt: hoursAgo(2),
    })
    expect((await health()).stuckCount).toEqual(0)
    jest.replaceProperty(config, 'reconcileStuckSeconds', 3_600)
    expect((await health()).stuckCount).toEqual(1)
  })

  it('are those with contradicting reports, of the last week, each once', async () => {
    const contradicted = async () => {
      const { id, sid } = await saveMessage({
        contact: newNumber(),
        sid: newSid(),
        status: 'QUEUED',
      })
      await callback('undelivered', sid as string)
      await callback('failed', sid as string)
      return id
    }
    const old = await contradicted()
    await pool.query(
      `UPDATE "StatusEvent" SET "receivedAt" = now() - interval '8 days' WHERE "messageId" = $1`,
      [old]
    )
    const first = await contradicted()
    const second = await contradicted()
    const { conflictCount, conflicts } = await health()
    expect(conflictCount).toEqual(2)
    expect(conflicts.map(({ id }: { id: string }) => id).sort()).toEqual(
      [first, second].sort()
    )
  })

  it('are those whose outcome is unknown, and reports that belong to none', async () => {
    await saveMessage({ status: 'UNCONFIRMED' })
    await saveMessage({ status: 'UNCONFIRMED' })
    await callback('sent', newSid())
    expect(await health()).toMatchObject({
      unconfirmedCount: 2,
      parkedCount: 1,
    })
  })
})

it('says when the last callback and the last message came', async () => {
  const { sid } = await saveMessage({ sid: newSid(), status: 'QUEUED' })
  const before = Date.now() - 1_000
  await callback('sent', sid as string)
  await receive()
  const { lastCallbackAt, lastInboundAt } = await health()
  expect(Date.parse(lastCallbackAt)).toBeGreaterThan(before)
  expect(Date.parse(lastInboundAt)).toBeGreaterThan(before)
})

it('shows the reconciler’s last ten runs, the latest first', async () => {
  await db.reconciliation.createMany({
    data: Array.from({ length: 12 }, (_, n) => ({
      kind: 'STUCK' as const,
      startedAt: hoursAgo(n),
      checked: n + 1,
    })),
  })
  const { reconciliations } = await health()
  expect(
    reconciliations.map(({ checked }: { checked: number }) => checked)
  ).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
})
