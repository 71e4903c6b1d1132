import { emptyDatabase } from 'test-support/emptyDatabase'
import {
  CUSTOMER,
  newNumber,
  newSid,
  OURS,
  saveMessage,
} from 'test-support/messages'
import { twilioRequest } from 'test-support/twilioRequest'

import { config } from 'src/lib/config/config'
import { pool } from 'src/lib/database/pool'

import { handler as twilioCallback } from '../twilioCallback/twilioCallback'
import { handler as twilioMessage } from '../twilioMessage/twilioMessage'

import { handler } from './metrics'

const TOKEN = config.metricsToken as string

const ask = (authorization?: string) =>
  handler({ headers: authorization ? { authorization } : {} })

/** The value of each series, by its name and labels. */
const scrape = async () => {
  const { statusCode, body } = await ask(`Bearer ${TOKEN}`)
  expect(statusCode).toEqual(200)
  const series = body
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => /^(.+) (\S+)$/.exec(line) as RegExpExecArray)
  return new Map(series.map(([, name, value]) => [name, Number(value)]))
}

beforeEach(emptyDatabase)

describe('who may ask', () => {
  it.each<[string, string | undefined, number]>([
    ['nobody without a token', undefined, 401],
    ['nobody with a password', 'Basic bWV0cmljczptZXRyaWNz', 401],
    ['nobody with an empty token', 'Bearer ', 401],
    ['nobody with another token', 'Bearer another', 403],
    ['nobody with more than the token', `Bearer ${TOKEN}x`, 403],
    ['who has the token', `Bearer ${TOKEN}`, 200],
    ['who has the token, however the word is written', `bearer ${TOKEN}`, 200],
  ])('%s', async (_who, authorization, statusCode) => {
    const answer = await ask(authorization)
    expect(answer.statusCode).toEqual(statusCode)
    expect(answer.body.includes('heliograph_')).toEqual(statusCode === 200)
  })

  it('is nobody where no token is configured', async () => {
    jest.replaceProperty(config, 'metricsToken', undefined)
    expect((await ask('Bearer undefined')).statusCode).toEqual(403)
  })
})

scenario('webhooks are counted, and nobody is named', async () => {
  const before = await scrape()
  const { sid } = await saveMessage({ sid: newSid(), status: 'QUEUED' })
  const params = {
    MessageSid: String(sid),
    MessageStatus: 'failed',
    ErrorCode: '30003',
    From: `whatsapp:${OURS}`,
  }
  const callback = (options?: object) =>
    twilioCallback(twilioRequest('twilioCallback', params, options))
  await callback()
  await callback()
  await callback({ token: 'f'.repeat(32) })
  await twilioMessage(
    twilioRequest('twilioMessage', {
      MessageSid: newSid(),
      From: CUSTOMER,
      To: OURS,
      Body: 'Hello',
    })
  )

  const after = await scrape()
  const grown = (name: string) =>
    (after.get(`heliograph_${name}`) ?? 0) -
    (before.get(`heliograph_${name}`) ?? 0)
  const report = 'channel="WHATSAPP",status="FAILED",source="CALLBACK"'
  expect({
    recorded: grown(
      'webhooks_total{webhook="twilioCallback",result="RECORDED"}'
    ),
    timed: grown('webhook_seconds_count{webhook="twilioCallback"}'),
    forged: grown(
      'signature_failures_total{webhook="twilioCallback",reason="WRONG_TOKEN"}'
    ),
    applied: grown(`status_reports_total{${report},disposition="APPLIED"}`),
    again: grown(`status_reports_total{${report},disposition="DUPLICATE"}`),
    errors: grown('message_errors_total{code="30003"}'),
    inbound: grown('messages_total{channel="SMS",direction="INBOUND"}'),
    batches: grown('batch_size_count{batch="recordStatusReports"}'),
  }).toEqual({
    ...{ recorded: 2, timed: 2, forged: 1, applied: 1, again: 1 },
    ...{ errors: 1, inbound: 1, batches: 2 },
  })
  expect([...after.keys()].join()).not.toContain(CUSTOMER)
})

describe('what all processes share', () => {
  let minutes = 0

  /** The figures are kept for some seconds. */
  const later = () => {
    minutes += 1
    const now = performance.now() + minutes * 60_000
    jest.spyOn(performance, 'now').mockReturnValue(now)
  }

  it('is read from the queue and the rollups', async () => {
    await pool.query(
      `SELECT graphile_worker.add_job('sweep', run_at => now() + make_interval(secs => s))
       FROM unnest(ARRAY[-90, -30, 600]) s`
    )
    await pool.query(
      `INSERT INTO "MessageRollup" (slot, channel, inbound, sent, delivered, failed)
       SELECT now() - make_interval(hours => h), 'CHAT', 1, 20, 300, 4000 FROM unnest(ARRAY[1, 2, 30]) h`
    )
    await saveMessage({ contact: newNumber() })
    await pool.query(
      `INSERT INTO "TwilioCopy" (sid, what, tries) VALUES ('SM1', 'TEXT', 0), ('SM2', 'TEXT', 1)`
    )
    later()
    const figures = await scrape()
    expect(figures.get('heliograph_database_up')).toEqual(1)
    expect(
      ['waiting', 'later', 'running', 'failed'].map((state) =>
        figures.get(`heliograph_jobs{task="sweep",state="${state}"}`)
      )
    ).toEqual([2, 1, 0, 0])
    const lag = figures.get('heliograph_job_lag_seconds{task="sweep"}')
    expect(lag).toBeGreaterThanOrEqual(90)
    expect(lag).toBeLessThan(150)
    expect(
      ['inbound', 'sent', 'delivered', 'failed'].map((status) =>
        figures.get(
          `heliograph_messages_last_day{channel="CHAT",status="${status}"}`
        )
      )
    ).toEqual([2, 40, 600, 8000])
    expect(figures.get('heliograph_conversations{folder="open"}')).toEqual(1)
    expect(figures.get('heliograph_twilio_copies_failing')).toEqual(1)
  })

  it('is missing while the database is away, and all else is there', async () => {
    later()
    jest
      .spyOn(pool, 'query')
      .mockImplementation(() => Promise.reject(new Error('away')))
    const figures = await scrape()
    expect(figures.get('heliograph_database_up')).toEqual(0)
    expect(figures.get('process_resident_memory_bytes')).toBeGreaterThan(0)
    const names = [...figures.keys()].join('\n')
    expect(names).not.toContain('heliograph_jobs{')
  })
})
