import type { ChannelKind } from '@prisma/client'
import fastify, { type FastifyInstance } from 'fastify'
import { emptyDatabase } from 'test-support/emptyDatabase'
import {
  ask,
  codeOf,
  type Credentials,
  keyFor,
  NOBODY,
} from 'test-support/graphql'

import { db } from 'src/lib/db'
import { analyticsRoutes } from 'src/lib/http/analyticsRoutes'

const QUERY = `
  query ($from: String!, $to: String!, $timeZone: String!, $channel: ChannelKind) {
    analytics(from: $from, to: $to, timeZone: $timeZone, channel: $channel) {
      countedUntil
      days { day inbound sent delivered failed answers medianSeconds p90Seconds }
      channels { channel inbound sent delivered failed }
      hours { weekday hour inbound sent }
      errors { code count cause nextStep }
      responses { answers medianSeconds p90Seconds }
    }
  }`

let viewer: Credentials

const slot = (
  at: string,
  channel: ChannelKind,
  [inbound, sent, delivered, failed]: [number, number, number, number]
) => ({ slot: new Date(at), channel, inbound, sent, delivered, failed })

beforeEach(async () => {
  await emptyDatabase()
  viewer = await keyFor('VIEWER')
  await db.messageRollup.createMany({
    data: [
      // In Kathmandu (+05:45) it is already Tuesday.
      slot('2026-03-02T18:15:00Z', 'SMS', [1, 10, 8, 2]),
      slot('2026-03-02T18:00:00Z', 'SMS', [0, 5, 5, 0]),
      slot('2026-03-03T09:00:00Z', 'WHATSAPP', [3, 4, 4, 0]),
    ],
  })
  await db.errorRollup.createMany({
    data: [
      {
        slot: new Date('2026-03-02T18:15:00Z'),
        channel: 'SMS',
        code: 30003,
        count: 1,
      },
      {
        slot: new Date('2026-03-02T18:15:00Z'),
        channel: 'SMS',
        code: 0,
        count: 1,
      },
    ],
  })
  await db.responseRollup.createMany({
    data: [0, 1, 2, 3, 4, 5, 6, 7, 8, 100].map((bucket) => ({
      slot: new Date('2026-03-03T09:00:00Z'),
      channel: 'WHATSAPP' as const,
      bucket,
      count: 1,
    })),
  })
  await db.rollupMark.create({
    data: { countedUntil: new Date('2026-03-03T10:00:00Z') },
  })
})

const MARCH = { from: '2026-03-01', to: '2026-03-03', timeZone: 'UTC' }

const analytics = async (more: object = {}) =>
  (await ask(viewer, QUERY, { ...MARCH, ...more })).data.analytics

it('has every day, each channel, and until when they are counted', async () => {
  const { countedUntil, days, channels } = await analytics()
  expect(countedUntil).toEqual('2026-03-03T10:00:00.000Z')
  expect(days).toMatchObject([
    { day: '2026-03-01', sent: 0, answers: 0, medianSeconds: null },
    { day: '2026-03-02', inbound: 1, sent: 15, delivered: 13, failed: 2 },
    { day: '2026-03-03', inbound: 3, sent: 4, delivered: 4, answers: 10 },
  ])
  expect(channels).toEqual([
    { channel: 'SMS', inbound: 1, sent: 15, delivered: 13, failed: 2 },
    { channel: 'WHATSAPP', inbound: 3, sent: 4, delivered: 4, failed: 0 },
  ])
})

it("has the days and hours of the viewer's time zone, to the quarter of an hour", async () => {
  const { days, hours } = await analytics({ timeZone: 'Asia/Kathmandu' })
  expect(days.map(({ sent }: { sent: number }) => sent)).toEqual([0, 5, 14])
  expect(hours).toEqual([
    { weekday: 1, hour: 23, inbound: 0, sent: 5 },
    { weekday: 2, hour: 0, inbound: 1, sent: 10 },
    { weekday: 2, hour: 14, inbound: 3, sent: 4 },
  ])
})

it('has a day of 23 hours whole, and none of its neighbours', async () => {
  const data = ['04:45', '05:00'].flatMap((time) => [
    slot(`2026-03-08T${time}:00Z`, 'SMS', [1, 0, 0, 0]),
    slot(
      `2026-03-09T${time === '05:00' ? '04:00' : '03:45'}:00Z`,
      'SMS',
      [100, 0, 0, 0]
    ),
  ])
  await db.messageRollup.createMany({ data })
  const { days } = await analytics({
    from: '2026-03-08',
    to: '2026-03-08',
    timeZone: 'America/New_York',
  })
  expect(days).toMatchObject([{ day: '2026-03-08', inbound: 101 }])
})

it('explains the errors in the words of the catalogue', async () => {
  const { errors } = await analytics()
  expect(errors).toMatchObject([
    { code: null, count: 1, cause: expect.stringContaining('nobody said why') },
    { code: 30003, count: 1, cause: expect.stringMatching(/phone/i) },
  ])
})

it('has the median and the ninth of ten of the response times', async () => {
  const { responses } = await analytics()
  expect(responses.answers).toEqual(10)
  expect(responses.medianSeconds).toBeCloseTo(1.05 ** 4.5)
  expect(responses.p90Seconds).toBeCloseTo(1.05 ** 8.5)
})

it('keeps to one channel where one is asked for', async () => {
  const { days, channels, hours, errors, responses } = await analytics({
    channel: 'WHATSAPP',
  })
  expect(days[1]).toMatchObject({ sent: 0, failed: 0 })
  expect(channels).toHaveLength(1)
  expect(hours).toHaveLength(1)
  expect(errors).toEqual([])
  expect(responses.answers).toEqual(10)
})

it.each([
  ['a day that is none', { from: '2026-02-30' }],
  ['a day in other words', { from: 'yesterday' }],
  ['an end before the start', { from: '2026-03-04' }],
  ['more than a year', { from: '2024-03-01' }],
  ['a zone that is none', { timeZone: 'Europe/Atlantis' }],
  ['an offset, which PostgreSQL reads the other way', { timeZone: '+03:00' }],
])('refuses %s', async (_what, wrong) => {
  expect(codeOf(await ask(viewer, QUERY, { ...MARCH, ...wrong }))).toEqual(
    'BAD_USER_INPUT'
  )
})

describe('analytics.csv', () => {
  let server: FastifyInstance
  let origin: string

  beforeAll(async () => {
    server = fastify()
    server.register(analyticsRoutes)
    origin = await server.listen({ port: 0, host: '127.0.0.1' })
  })

  afterAll(() => server.close())

  const get = (headers: Credentials, more: object = {}) => {
    const query = new URLSearchParams({ ...MARCH, ...more })
    return fetch(`${origin}/analytics.csv?${query}`, { headers })
  }

  it('needs a login', async () => {
    const response = await get(NOBODY)
    expect(response.status).toEqual(401)
    expect(await response.text()).not.toContain('delivered')
  })

  it('has a line for each day and channel', async () => {
    const response = await get(viewer)
    expect(response.headers.get('content-type')).toMatch(/^text\/csv/)
    expect(response.headers.get('content-disposition')).toMatch(/^attachment/)
    expect((await response.text()).split('\n')).toEqual([
      expect.stringMatching(/day,channel,inbound,sent,delivered,failed,/),
      '2026-03-02,SMS,1,15,13,2,0,,,"0: 1, 30003: 1"',
      '2026-03-03,WHATSAPP,3,4,4,0,10,1,2,',
      '',
    ])
  })

  it.each([
    ['an unknown channel', { channel: 'SMOKE' }],
    ['a wrong day', { to: "2026-03-03'" }],
  ])('refuses %s', async (_what, wrong) => {
    expect((await get(viewer, wrong)).status).toEqual(400)
  })
})
