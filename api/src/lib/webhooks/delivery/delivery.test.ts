import { Webhook } from 'standardwebhooks'
import { emptyDatabase } from 'test-support/emptyDatabase'
import { saveMessage } from 'test-support/messages'
import { webhookJobs, workWebhooks } from 'test-support/webhookJobs'
import {
  answering,
  startWebhookReceiver,
  type WebhookReceiver,
} from 'test-support/webhookReceiver'

import { config } from 'src/lib/config/config'
import { db } from 'src/lib/db'

import {
  createEndpoint,
  rotateSecret,
  updateEndpoint,
} from '../endpoints/endpoints'

import { deliver } from './deliver'
import { fanOut } from './fanOut'
import { pruneWebhooks } from './prune'
import { replay, replayFailed } from './replay'
import { secondsUntilNext } from './schedule'
import { sendTest } from './sendTest'

let receiver: WebhookReceiver

beforeEach(async () => {
  await emptyDatabase()
  receiver = await startWebhookReceiver()
})

afterEach(() => receiver.close())

const EVENTS = ['message.received']

const listen = (change: object = {}) =>
  createEndpoint({ url: receiver.url, events: EVENTS, ...change })

const receive = () =>
  saveMessage({ direction: 'INBOUND', body: 'Where is my parcel?' })

const deliveries = () =>
  db.webhookDelivery.findMany({ orderBy: { createdAt: 'asc' } })
const onlyDelivery = async () => {
  const [delivery, ...others] = await deliveries()
  expect(others).toEqual([])
  return delivery
}
const endpointOf = (id: string) =>
  db.webhookEndpoint.findUniqueOrThrow({ where: { id } })

/** As if the time of the next attempt had come. */
const again = async () => {
  const { id } = await onlyDelivery()
  await deliver(id)
}

describe('an event', () => {
  it('arrives, signed as Standard Webhooks says', async () => {
    const { secret } = await listen()
    const message = await receive()
    await workWebhooks()
    const [{ headers, body }] = receiver.received
    // The library's own check, of signature and time.
    expect(new Webhook(secret).verify(body, headers)).toEqual({
      type: 'message.received',
      timestamp: message.createdAt.toISOString(),
      data: expect.objectContaining({
        messageId: message.id,
        body: 'Where is my parcel?',
        numMedia: 0,
        createdAt: message.createdAt.toISOString(),
      }),
    })
    const event = await db.webhookEvent.findFirstOrThrow()
    expect(headers).toMatchObject({
      'webhook-id': event.id,
      'content-type': 'application/json',
    })
    expect(await onlyDelivery()).toMatchObject({
      status: 'DELIVERED',
      attempts: 1,
      responseStatus: 204,
      responseBody: '',
      error: null,
      nextAttemptAt: null,
    })
    expect(await webhookJobs()).toEqual([])
  })

  it('leaves without the text where that is not wanted, or is no more', async () => {
    await listen({ includesBodies: false })
    await receive()
    await workWebhooks()
    expect(receiver.received[0].body).not.toContain('parcel')
  })

  it('goes to each endpoint that wants it, and to no other', async () => {
    const { endpoint: first } = await listen()
    const { endpoint: second } = await listen({ url: `${receiver.url}/2` })
    await listen({ events: ['conversation.archived'] })
    await listen({ isEnabled: false })
    await receive()
    await workWebhooks()
    expect(
      (await deliveries()).map(({ endpointId }) => endpointId).sort()
    ).toEqual([first.id, second.id].sort())
    expect(receiver.received).toHaveLength(2)
  })

  it('is handed out once, however often a worker does it', async () => {
    await listen()
    await receive()
    const { id } = await db.webhookEvent.findFirstOrThrow()
    await Promise.all([fanOut(id), fanOut(id), fanOut(id)])
    await workWebhooks()
    expect(receiver.received).toHaveLength(1)
  })

  it('that was delivered is not sent again by a job that comes late', async () => {
    await listen()
    await receive()
    await workWebhooks()
    await again()
    expect(receiver.received).toHaveLength(1)
  })

  it('is signed with the old secret too, for a day after a rotation', async () => {
    const { endpoint, secret: old } = await listen()
    const { secret } = await rotateSecret(endpoint.id)
    expect(secret).not.toEqual(old)
    await receive()
    await workWebhooks()
    const [{ headers, body }] = receiver.received
    for (const each of [old, secret]) {
      expect(new Webhook(each).verify(body, headers)).toBeTruthy()
    }
    await db.webhookEndpoint.update({
      where: { id: endpoint.id },
      data: { previousSecretUntil: new Date(Date.now() - 1) },
    })
    await sendTest(endpoint.id)
    const late = receiver.received[1]
    expect(() => new Webhook(old).verify(late.body, late.headers)).toThrow()
    expect(new Webhook(secret).verify(late.body, late.headers)).toBeTruthy()
  })
})

describe('an attempt that fails', () => {
  it.each([
    [500, 'It answered 500.'],
    [404, 'It answered 404.'],
    [302, 'It redirects (302), which is not followed.'],
  ])('by an answer of %s is kept, and made again', async (status, error) => {
    await listen()
    await receive()
    const location = `${receiver.url}/elsewhere`
    receiver.answers.push(answering(status, 'a\0 reason', { location }))
    await workWebhooks()
    expect(receiver.received).toHaveLength(1)
    const delivery = await onlyDelivery()
    expect(delivery).toMatchObject({
      status: 'PENDING',
      attempts: 1,
      responseStatus: status,
      responseBody: 'a reason',
      error,
    })
    const [{ inSeconds }] = await webhookJobs()
    expect(inSeconds).toBeGreaterThan(4)
    expect(inSeconds).toBeLessThan(6)

    await again()
    expect(await onlyDelivery()).toMatchObject({
      status: 'DELIVERED',
      attempts: 2,
      error: null,
    })
    // The same id, so that a receiver knows it again.
    const [first, second] = receiver.received
    expect(second.headers['webhook-id']).toEqual(first.headers['webhook-id'])
  })

  it('is made again when the receiver says, where that is later', async () => {
    await listen()
    await receive()
    receiver.answers.push(answering(429, '', { 'retry-after': '120' }))
    await workWebhooks()
    const [{ inSeconds }] = await webhookJobs()
    expect(inSeconds).toBeGreaterThan(110)
    expect(inSeconds).toBeLessThanOrEqual(120)
  })

  it('because nobody is there says so', async () => {
    await listen()
    await receive()
    const { url, close } = receiver
    await close()
    config.webhookAllowedHosts = [new URL(url).host]
    await workWebhooks()
    expect(await onlyDelivery()).toMatchObject({
      status: 'PENDING',
      responseStatus: null,
      error: 'It can not be reached (ECONNREFUSED).',
    })
  })

  it('of a large answer keeps its beginning only', async () => {
    await listen()
    await receive()
    receiver.answers.push((response) => {
      response.writeHead(500)
      // Without an end.
      response.write('x'.repeat(100_000))
    })
    await workWebhooks()
    expect((await onlyDelivery()).responseBody).toEqual('x'.repeat(1_024))
  })

  it('made twice at once counts once', async () => {
    await listen()
    await receive()
    const { id: eventId } = await db.webhookEvent.findFirstOrThrow()
    await fanOut(eventId)
    receiver.answers.push(answering(500), answering(500))
    const { id } = await onlyDelivery()
    await Promise.all([deliver(id), deliver(id)])
    expect(await onlyDelivery()).toMatchObject({ attempts: 1 })
  })

  it('is given up after ten, which take three days', async () => {
    await listen()
    await receive()
    receiver.answers.push(...Array(10).fill(answering(500)))
    await workWebhooks()
    for (let n = 1; n < 10; n += 1) {
      expect(await onlyDelivery()).toMatchObject({ status: 'PENDING' })
      await again()
    }
    expect(await onlyDelivery()).toMatchObject({
      status: 'FAILED',
      attempts: 10,
      nextAttemptAt: null,
    })
    const waits = Array.from({ length: 9 }, (_, n) => secondsUntilNext(n + 1))
    const days =
      waits.reduce((sum: number, wait) => sum + (wait ?? 0), 0) / 86_400
    expect(days).toBeGreaterThan(3)
    expect(days).toBeLessThan(3.6)
    expect(secondsUntilNext(10)).toBeNull()
  })
})

describe('an endpoint', () => {
  const failFinally = async (endpointId: string) => {
    const { id } = await db.webhookDelivery.create({
      data: {
        endpoint: { connect: { id: endpointId } },
        event: { create: { type: 'webhook.test', data: {} } },
        attempts: 9,
      },
    })
    receiver.answers.push(answering(500))
    await deliver(id)
    return id
  }

  it('that fails ten times in a row is disabled, and says why', async () => {
    const { endpoint } = await listen()
    for (let n = 0; n < 9; n += 1) {
      await failFinally(endpoint.id)
    }
    expect(await endpointOf(endpoint.id)).toMatchObject({
      isEnabled: true,
      failedInRow: 9,
    })
    await failFinally(endpoint.id)
    const disabled = await endpointOf(endpoint.id)
    expect(disabled.isEnabled).toEqual(false)
    expect(disabled.note).toContain('It answered 500.')

    const input = { url: receiver.url, events: EVENTS, isEnabled: true }
    expect(await updateEndpoint(endpoint.id, input)).toMatchObject({
      isEnabled: true,
      note: null,
      failedInRow: 0,
    })
  })

  it('that succeeds in between is not', async () => {
    const { endpoint } = await listen()
    for (let n = 0; n < 9; n += 1) {
      await failFinally(endpoint.id)
    }
    await sendTest(endpoint.id)
    await failFinally(endpoint.id)
    expect(await endpointOf(endpoint.id)).toMatchObject({
      isEnabled: true,
      failedInRow: 1,
    })
  })

  it('that is gone (410) is disabled at once, and what waits for it is kept', async () => {
    const { endpoint } = await listen()
    await receive()
    await receive()
    receiver.answers.push(answering(410))
    await workWebhooks()
    expect(await endpointOf(endpoint.id)).toMatchObject({
      isEnabled: false,
      note: 'It answered 410: it is gone.',
    })
    expect(receiver.received).toHaveLength(1)
    expect(
      (await deliveries()).map(({ status, error }) => [status, error]).sort()
    ).toEqual(
      [
        ['FAILED', 'It answered 410.'],
        ['FAILED', 'The endpoint is disabled.'],
      ].sort()
    )
  })

  it('can be tested at once, whatever it listens to', async () => {
    const { endpoint, secret } = await listen()
    receiver.answers.push(answering(200, 'thanks'))
    const delivery = await sendTest(endpoint.id)
    expect(delivery).toMatchObject({
      status: 'DELIVERED',
      responseStatus: 200,
      responseBody: 'thanks',
    })
    const [{ headers, body }] = receiver.received
    expect(new Webhook(secret).verify(body, headers)).toMatchObject({
      type: 'webhook.test',
    })
  })
})

describe('a replay', () => {
  const fail = async () => {
    receiver.answers.push(answering(500))
    await receive()
    await workWebhooks()
    await db.webhookDelivery.updateMany({
      where: { status: 'PENDING' },
      data: { status: 'FAILED', attempts: 10 },
    })
  }

  it('of one sends it again, with the same id', async () => {
    await listen()
    await fail()
    const { id } = await onlyDelivery()
    expect(await replay(id)).toMatchObject({ status: 'PENDING', attempts: 0 })
    await workWebhooks()
    expect(await onlyDelivery()).toMatchObject({
      status: 'DELIVERED',
      attempts: 1,
    })
    const [first, second] = receiver.received
    expect(second.headers['webhook-id']).toEqual(first.headers['webhook-id'])
  })

  it('of all that failed leaves out what was delivered', async () => {
    const { endpoint } = await listen()
    await receive()
    await workWebhooks()
    await fail()
    await fail()
    expect(await replayFailed(endpoint.id)).toEqual(2)
    await workWebhooks()
    expect(receiver.received).toHaveLength(5)
    expect(await replayFailed(endpoint.id)).toEqual(0)
  })

  it('to a disabled endpoint is refused', async () => {
    const { endpoint } = await listen()
    await fail()
    await db.webhookEndpoint.updateMany({ data: { isEnabled: false } })
    const { id } = await onlyDelivery()
    await expect(replay(id)).rejects.toThrow('disabled')
    await expect(replayFailed(endpoint.id)).rejects.toThrow('disabled')
    await expect(sendTest(endpoint.id)).rejects.toThrow('disabled')
    expect(await webhookJobs()).toHaveLength(1)
  })
})

describe('nothing goes to an address that is not public', () => {
  it.each([
    'https://127.0.0.1/hook',
    'https://[::1]/hook',
    'https://10.0.0.1/hook',
    'https://169.254.169.254/latest/meta-data',
    'https://localhost/hook',
  ])('%s', async (url) => {
    const { endpoint } = await listen({ url })
    expect(await sendTest(endpoint.id)).toMatchObject({
      status: 'PENDING',
      responseStatus: null,
      error: 'It is not a public address.',
    })
  })

  it('also where the host was allowed once', async () => {
    const { endpoint } = await listen()
    config.webhookAllowedHosts = []
    expect(await sendTest(endpoint.id)).toMatchObject({
      error: 'It is not a public address.',
    })
    expect(receiver.received).toEqual([])
  })
})

it('old events are forgotten, with their deliveries', async () => {
  await listen()
  await receive()
  await receive()
  await workWebhooks()
  const [{ id }] = await db.webhookEvent.findMany()
  await db.webhookEvent.update({
    where: { id },
    data: { at: new Date(Date.now() - 31 * 86_400_000) },
  })
  await pruneWebhooks()
  expect(await db.webhookEvent.count({ where: { id } })).toEqual(0)
  expect(await deliveries()).toHaveLength(1)
})
