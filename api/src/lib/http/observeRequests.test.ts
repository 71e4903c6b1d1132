import type { AddressInfo } from 'node:net'

import fastify, { type FastifyInstance } from 'fastify'
import { emptyDatabase } from 'test-support/emptyDatabase'
import { logLines } from 'test-support/logLines'
import { CUSTOMER, newSid, OURS, saveMessage } from 'test-support/messages'
import { twilioRequest } from 'test-support/twilioRequest'

import { LAMBDA_FUNCTIONS } from '@redwoodjs/api-server/dist/plugins/lambdaLoader'

import { handler as twilioCallback } from 'src/functions/twilioCallback/twilioCallback'
import { registry } from 'src/lib/metrics/registry'

import { observeRequests, requestIdOf } from './observeRequests'
import { webhookRoutes } from './webhookRoutes'

let server: FastifyInstance
let url: string

beforeAll(async () => {
  Object.assign(LAMBDA_FUNCTIONS, { twilioCallback })
  server = fastify({ genReqId: requestIdOf })
  observeRequests(server)
  server.get('/fails/:what', async () => {
    throw new Error('It fails.')
  })
  server.register(webhookRoutes)
  await server.listen({ port: 0, host: '127.0.0.1' })
  url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`
})

afterAll(() => server.close())

beforeEach(emptyDatabase)

const ask = (path: string, id?: string) =>
  fetch(url + path, { headers: id ? { 'x-request-id': id } : {} })

describe('a request', () => {
  it.each(['7f3a', 'proxy-1:42.x_y', 'a'.repeat(64)])(
    'has the id that the proxy gave: %s',
    async (id) => {
      const { headers } = await ask('/none', id)
      expect(headers.get('x-request-id')).toEqual(id)
    }
  )

  it.each([undefined, 'a b', '"}', 'a'.repeat(65)])(
    'has one of its own where there is none that could be one: %s',
    async (id) => {
      const { headers } = await ask('/none', id)
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
    }
  )

  it('is counted by its route, not by its URL', async () => {
    await Promise.all(
      ['/fails/a', '/fails/b', '/none'].map((path) => ask(path))
    )
    const text = await registry.getSingleMetricAsString(
      'heliograph_http_request_seconds'
    )
    expect(text).toContain('_count{route="/fails/:what",status="5xx"} 2')
    expect(text).toContain('{route="none",status="4xx"}')
    expect(text).not.toContain('/fails/a')
  })
})

scenario(
  'each line of a callback says which request, message and SID',
  async () => {
    const message = await saveMessage({ sid: newSid(), status: 'QUEUED' })
    const lines = logLines('debug')
    const { headers, body } = twilioRequest(
      'twilioCallback',
      {
        MessageSid: String(message.sid),
        MessageStatus: 'delivered',
        From: OURS,
        To: CUSTOMER,
      },
      { query: `?message=${message.id}` }
    )
    const send = (id: string) =>
      fetch(`${url}/twilioCallback?message=${message.id}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'x-twilio-signature': String(headers['x-twilio-signature']),
          'x-request-id': id,
        },
        body,
      })
    const ids = Array.from({ length: 5 }, (_, n) => `request-${n}`)
    const answers = await Promise.all(ids.map(send))
    expect(answers.map(({ status }) => status)).toEqual(ids.map(() => 204))
    expect(lines.map(({ requestId }) => requestId).sort()).toEqual(ids)
    for (const line of lines) {
      expect(line).toMatchObject({ messageId: message.id, sid: message.sid })
    }
    expect(JSON.stringify(lines)).not.toContain(CUSTOMER)
  }
)

scenario('the line of a refused one says which request', async () => {
  const message = await saveMessage({ sid: newSid() })
  const lines = logLines()
  const form = { MessageSid: String(message.sid), MessageStatus: 'sent' }
  const request = twilioRequest('twilioCallback', form, {
    query: `?message=${message.id}`,
    tamper: { signature: null },
  })
  await fetch(`${url}/twilioCallback?message=${message.id}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-request-id': 'forged',
    },
    body: request.body,
  })
  expect(lines).toMatchObject([
    { requestId: 'forged', reason: 'MISSING_SIGNATURE' },
  ])
})
