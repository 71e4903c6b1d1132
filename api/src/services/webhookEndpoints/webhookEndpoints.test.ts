import { emptyDatabase } from 'test-support/emptyDatabase'
import { ask, codeOf, type Credentials, keyFor } from 'test-support/graphql'
import { saveMessage } from 'test-support/messages'
import { workWebhooks } from 'test-support/webhookJobs'
import {
  answering,
  startWebhookReceiver,
  type WebhookReceiver,
} from 'test-support/webhookReceiver'

import { db } from 'src/lib/db'

let receiver: WebhookReceiver
let admin: Credentials

beforeEach(async () => {
  await emptyDatabase()
  admin = await keyFor('ADMIN')
  receiver = await startWebhookReceiver()
})

afterEach(() => receiver.close())

const FIELDS =
  'id url description events includesBodies isEnabled note pendingCount failedCount lastDeliveredAt'
const LIST = `{ webhookEndpoints { ${FIELDS} } }`
const CREATE = `mutation ($input: WebhookEndpointInput!) {
  createWebhookEndpoint(input: $input) { secret endpoint { ${FIELDS} } }
}`
const UPDATE = `mutation ($id: ID!, $input: WebhookEndpointInput!) {
  updateWebhookEndpoint(id: $id, input: $input) { ${FIELDS} }
}`
const DELETE = 'mutation ($id: ID!) { deleteWebhookEndpoint(id: $id) { id } }'
const ROTATE = 'mutation ($id: ID!) { rotateWebhookSecret(id: $id) { secret } }'
const DELIVERIES = `query ($endpointId: ID!, $status: WebhookDeliveryStatus, $first: Int, $after: String) {
  webhookDeliveries(endpointId: $endpointId, status: $status, first: $first, after: $after) {
    edges { cursor node { id eventId type payload status attempts responseStatus responseBody error } }
    pageInfo { hasNextPage endCursor }
  }
}`
const TEST = `mutation ($endpointId: ID!) {
  sendTestWebhook(endpointId: $endpointId) { type status responseStatus responseBody durationMs }
}`
const REPLAY =
  'mutation ($id: ID!) { replayWebhookDelivery(id: $id) { status } }'
const REPLAY_ALL =
  'mutation ($endpointId: ID!) { replayFailedWebhookDeliveries(endpointId: $endpointId) }'

const input = (change: object = {}) => ({
  url: receiver.url,
  events: ['message.received'],
  ...change,
})

const done = async (query: string, variables: object = {}) => {
  const { data, errors } = await ask(admin, query, variables)
  expect(errors).toBeUndefined()
  return data
}

const create = async (change: object = {}) =>
  (await done(CREATE, { input: input(change) })).createWebhookEndpoint

describe('an endpoint', () => {
  it('is made, with its secret told once', async () => {
    const { secret, endpoint } = await create({ description: ' Zapier ' })
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    expect(endpoint).toEqual({
      id: expect.any(String),
      url: receiver.url,
      description: 'Zapier',
      events: ['message.received'],
      includesBodies: true,
      isEnabled: true,
      note: null,
      pendingCount: 0,
      failedCount: 0,
      lastDeliveredAt: null,
    })
    expect(await done(LIST)).toEqual({ webhookEndpoints: [endpoint] })
  })

  it.each([
    [{ url: '' }, 'must be one such as'],
    [{ url: 'ftp://example.com' }, 'must be one such as'],
    [{ url: 'https://a:b@example.com' }, 'a user or a password'],
    [{ url: 'http://example.com' }, 'must begin with https'],
    [{ url: `https://example.com/${'x'.repeat(2000)}` }, '2000 characters'],
    [{ events: [] }, 'an event at least'],
    [{ events: ['message.eaten'] }, 'no event message.eaten'],
    [{ events: ['webhook.test'] }, 'no event webhook.test'],
    [{ description: 'x'.repeat(501) }, '500 characters'],
    [{ description: 'a\0b' }, 'can not be kept'],
  ])('is not made of %j', async (change, says) => {
    const answer = await ask(admin, CREATE, { input: input(change) })
    expect(codeOf(answer)).toEqual('BAD_USER_INPUT')
    expect(answer.errors?.[0].message).toContain(says)
    expect(await db.webhookEndpoint.count()).toEqual(0)
  })

  it('is changed, keeps its secret, and is deleted with its deliveries', async () => {
    const { endpoint, secret } = await create()
    const { id } = endpoint
    await done(TEST, { endpointId: id })
    const change = { events: ['message.status'], includesBodies: false }
    expect(
      (await done(UPDATE, { id, input: input(change) })).updateWebhookEndpoint
    ).toMatchObject(change)
    expect(await db.webhookEndpoint.findFirst()).toMatchObject({ secret })
    await done(DELETE, { id })
    expect(await db.webhookDelivery.count()).toEqual(0)
  })

  it('gets another secret', async () => {
    const { endpoint, secret } = await create()
    const { rotateWebhookSecret } = await done(ROTATE, { id: endpoint.id })
    expect(rotateWebhookSecret.secret).not.toEqual(secret)
  })

  it.each(['', 'none', '01909090-0000-7000-8000-000000000000', '\0'])(
    'that is not there is not found: "%s"',
    async (id) => {
      const asked = [
        ask(admin, UPDATE, { id, input: input() }),
        ask(admin, DELETE, { id }),
        ask(admin, ROTATE, { id }),
        ask(admin, TEST, { endpointId: id }),
        ask(admin, REPLAY, { id }),
        ask(admin, REPLAY_ALL, { endpointId: id }),
      ]
      for (const answer of await Promise.all(asked)) {
        expect(codeOf(answer)).toEqual('NOT_FOUND')
      }
    }
  )
})

describe('its deliveries', () => {
  const receive = () =>
    saveMessage({ direction: 'INBOUND', body: 'Where is my parcel?' })

  it('are listed with what was sent and what was answered', async () => {
    const { endpoint } = await create()
    await receive()
    receiver.answers.push(answering(500, 'I am ill'))
    await workWebhooks()
    const { webhookDeliveries } = await done(DELIVERIES, {
      endpointId: endpoint.id,
    })
    const [{ node }] = webhookDeliveries.edges
    expect(node).toMatchObject({
      type: 'message.received',
      status: 'PENDING',
      attempts: 1,
      responseStatus: 500,
      responseBody: 'I am ill',
      error: 'It answered 500.',
    })
    expect(node.payload).toEqual(receiver.received[0].body)
    expect(receiver.received[0].headers['webhook-id']).toEqual(node.eventId)
    expect((await done(LIST)).webhookEndpoints[0]).toMatchObject({
      pendingCount: 1,
      failedCount: 0,
    })
  })

  it('come page by page, newest first, of one status where that is asked', async () => {
    const { endpoint } = await create()
    for (let n = 0; n < 5; n += 1) {
      await receive()
      await workWebhooks()
    }
    const list = async (variables: object) =>
      (await done(DELIVERIES, { endpointId: endpoint.id, ...variables }))
        .webhookDeliveries
    const all = await list({})
    const first = await list({ first: 3 })
    expect(first.pageInfo.hasNextPage).toEqual(true)
    const rest = await list({ first: 3, after: first.pageInfo.endCursor })
    expect(rest.pageInfo.hasNextPage).toEqual(false)
    expect([...first.edges, ...rest.edges]).toEqual(all.edges)
    expect((await list({ status: 'FAILED' })).edges).toEqual([])
    expect((await list({ status: 'DELIVERED' })).edges).toHaveLength(5)
  })

  it('are replayed: one, or all that failed', async () => {
    const { endpoint } = await create()
    await receive()
    await receive()
    receiver.answers.push(answering(500), answering(500))
    await workWebhooks()
    await db.webhookDelivery.updateMany({ data: { status: 'FAILED' } })
    const [{ id }] = await db.webhookDelivery.findMany()
    expect((await done(REPLAY, { id })).replayWebhookDelivery).toEqual({
      status: 'PENDING',
    })
    expect(
      (await done(REPLAY_ALL, { endpointId: endpoint.id }))
        .replayFailedWebhookDeliveries
    ).toEqual(1)
    await workWebhooks()
    expect(receiver.received).toHaveLength(4)
    expect((await done(LIST)).webhookEndpoints[0]).toMatchObject({
      pendingCount: 0,
      failedCount: 0,
      lastDeliveredAt: expect.stringMatching(/Z$/),
    })
  })

  it('of a test are answered at once', async () => {
    const { endpoint } = await create({ events: ['conversation.archived'] })
    receiver.answers.push(answering(202, 'noted'))
    const { sendTestWebhook } = await done(TEST, { endpointId: endpoint.id })
    expect(sendTestWebhook).toMatchObject({
      type: 'webhook.test',
      status: 'DELIVERED',
      responseStatus: 202,
      responseBody: 'noted',
    })
  })
})
