import { execFile } from 'node:child_process'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'

import { trace } from '@opentelemetry/api'
import type { ReadableSpan } from '@opentelemetry/sdk-trace-node'
import fastify from 'fastify'
import type { JobHelpers } from 'graphile-worker'
import { parse } from 'graphql'
import { emptyDatabase } from 'test-support/emptyDatabase'
import { CUSTOMER, findMessage, saveMessage } from 'test-support/messages'
import { startTraceReceiver } from 'test-support/traceReceiver'
import {
  refused,
  startTwilioServer,
  type TwilioServer,
} from 'test-support/twilioServer'

import { config } from 'src/lib/config/config'
import { observeOperations } from 'src/lib/graphql/observeOperations'
import { observeRequests } from 'src/lib/http/observeRequests'
import { observeTasks } from 'src/lib/jobs/observeTasks'
import { sendMessage } from 'src/tasks/sendMessage'

import { startExporter } from './exporter'
import { startTracing } from './startTracing'

const BODY = 'Nobody else may read this'

/** A message that waits is taken to Twilio by a job. */
const runJob = async (id: string) => {
  const tasks = observeTasks({ sendMessage })
  const helpers = { job: { id: '42' } } as JobHelpers
  await tasks.sendMessage?.({ messageId: id }, helpers)
}

const askServer = async () => {
  const server = fastify()
  observeRequests(server)
  server.get('/conversations/:id', async () => 'ok')
  server.get('/breaks', async () => {
    throw new Error(`It breaks for ${CUSTOMER}.`)
  })
  await server.listen({ port: 0, host: '127.0.0.1' })
  const { port } = server.server.address() as AddressInfo
  const headers = {
    traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
  }
  const url = `http://127.0.0.1:${port}`
  await fetch(`${url}/conversations/1?to=${CUSTOMER}`, { headers })
  await fetch(`${url}/breaks`)
  await server.close()
}

const runOperation = () => {
  const document = parse(`query { search(text: "${CUSTOMER}") { id } }`)
  const contextValue = { request: {} }
  const args = { document, contextValue } as unknown as Parameters<
    typeof observeOperations.onExecute
  >[0]['args']
  observeOperations.onExecute({ args }).onExecuteDone({ result: {} })
}

let twilio: TwilioServer
let receiver: Awaited<ReturnType<typeof startTraceReceiver>>

beforeAll(async () => {
  twilio = await startTwilioServer()
  receiver = await startTraceReceiver()
  await emptyDatabase()
})

afterAll(() => Promise.all([twilio.close(), receiver.close()]))

it('starts nothing where the configuration names no place for traces', async () => {
  expect(config.traces).toBeNull()
  expect(startTracing()).toBeInstanceOf(Function)
  expect(trace.getTracer('any').startSpan('any').isRecording()).toEqual(false)
})

scenario(
  'tells of requests, operations, jobs, batches and calls, and of no number and no text',
  async () => {
    const spans: ReadableSpan[] = []
    jest.replaceProperty(config, 'traces', { serviceName: 'inbox' })
    const stop = startExporter('inbox', {
      export: (finished, done) => {
        spans.push(...finished)
        done({ code: 0 })
      },
      shutdown: async () => {},
    })

    const taken = await saveMessage({ body: BODY })
    await runJob(taken.id)
    twilio.answers.push(refused(400, 21211, `${CUSTOMER} is no number`))
    const other = await saveMessage({ body: BODY })
    await runJob(other.id)
    await askServer()
    runOperation()
    await stop()

    expect((await findMessage(taken.id)).status).toEqual('QUEUED')
    const named = (name: string) => spans.filter((span) => span.name === name)
    expect(
      named('job sendMessage').map(({ attributes }) => attributes)
    ).toEqual([
      { job: '42', messageId: taken.id },
      { job: '42', messageId: other.id },
    ])
    const [job] = named('job sendMessage')
    const [call] = named('twilio create message')
    expect(call).toMatchObject({
      attributes: { messageId: taken.id, channel: 'SMS', attempt: 1 },
      parentSpanContext: { spanId: job.spanContext().spanId },
    })
    expect(named('batch settleAccepted')).toMatchObject([
      { attributes: { size: 1 } },
    ])
    expect(named('graphql query search')).toHaveLength(1)
    expect(named('GET /conversations/:id')).toMatchObject([
      {
        attributes: { 'http.response.status_code': 200 },
        parentSpanContext: {
          traceId: '0af7651916cd43dd8448eb211c80319c',
          spanId: 'b7ad6b7169203331',
        },
      },
    ])
    expect(named('GET /breaks')).toMatchObject([{ status: { code: 2 } }])

    const words = JSON.stringify(
      spans.map(({ name, attributes, status, events }) => ({
        ...{ name, attributes, status, events },
      }))
    )
    expect(words).not.toContain(CUSTOMER.slice(1))
    expect(words).not.toContain(BODY)
  }
)

/** Its exporter imports its HTTP client in a way that Jest's modules can't. */
const PROGRAM = `
  const { startExporter } = require('./exporter')
  const { tracer } = require('./traced')
  const stop = startExporter('inbox')
  tracer.startSpan('a span', { attributes: { messageId: 'm1' } }).end()
  void stop()`

it('sends them to a collector', async () => {
  await promisify(execFile)(
    process.execPath,
    ['--require', 'tsx/cjs', '--eval', PROGRAM],
    {
      cwd: __dirname,
      timeout: 20_000,
      env: { ...process.env, OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url },
    }
  )
  expect(receiver.spans()).toMatchObject([
    {
      name: 'a span',
      attributes: [{ key: 'messageId', value: { stringValue: 'm1' } }],
    },
  ])
  expect(JSON.stringify(receiver.exports)).toContain('"stringValue":"inbox"')
})
