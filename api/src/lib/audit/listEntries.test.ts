import fastify, { type FastifyInstance } from 'fastify'
import { emptyDatabase } from 'test-support/emptyDatabase'
import { ask, type Credentials, keyFor } from 'test-support/graphql'

import { pool } from 'src/lib/database/pool'
import { db } from 'src/lib/db'
import { analyticsRoutes } from 'src/lib/http/analyticsRoutes'
import { auditRoutes } from 'src/lib/http/auditRoutes'
import { consentRoutes } from 'src/lib/http/consentRoutes'

import { audit } from './audit'
import type { Deed } from './entry'
import { forgetEntries } from './forgetEntries'

const ADA = '01909090-0000-7000-8000-0000000000ad'
const BEN = '01909090-0000-7000-8000-0000000000be'

const write = (deed: Partial<Deed>) =>
  audit({
    group: 'INBOX',
    action: 'archiveConversation',
    who: {
      kind: 'USER',
      id: ADA,
      name: 'Ada Lovelace',
      email: 'ada@example.com',
    },
    where: { address: '192.0.2.1', userAgent: '=cmd|calc' },
    ...deed,
  })

let admin: Credentials

beforeEach(async () => {
  await emptyDatabase()
  admin = await keyFor('ADMIN')
})

const QUERY = `query ($filter: AuditFilter, $first: Int, $after: String) {
  auditEntries(filter: $filter, first: $first, after: $after) {
    edges { node { action group outcome actor { id name } subject { type id name } } }
    pageInfo { endCursor hasNextPage }
  }
}`

const list = async (filter: object = {}, page: object = {}) => {
  const { data, errors } = await ask(admin, QUERY, { filter, ...page })
  expect(errors).toBeUndefined()
  return data.auditEntries
}

const actions = async (filter?: object) =>
  (await list(filter)).edges.map(
    ({ node }: { node: { action: string } }) => node.action
  )

describe('the list', () => {
  beforeEach(async () => {
    await write({ action: 'one', subject: { type: 'Conversation', id: 'c1' } })
    await write({
      action: 'two',
      group: 'ADMINISTRATION',
      who: { kind: 'USER', id: BEN, name: 'Ben Ünal' },
      subject: { type: 'Label', id: 'l1', name: "O'Brien's" },
    })
    await write({ action: 'three', subject: { type: 'Label', id: 'l2' } })
  })

  it('has the newest first, a page at a time', async () => {
    const first = await list({}, { first: 2 })
    expect(first).toMatchObject({
      edges: [{ node: { action: 'three' } }, { node: { action: 'two' } }],
      pageInfo: { hasNextPage: true },
    })
    const after = first.pageInfo.endCursor
    expect(await list({}, { first: 2, after })).toMatchObject({
      edges: [{ node: { action: 'one' } }],
      pageInfo: { hasNextPage: false },
    })
  })

  it.each([
    [{ actorId: BEN }, ['two']],
    [{ actorId: 'none' }, []],
    [{ group: 'ADMINISTRATION' }, ['two']],
    [{ action: 'one' }, ['one']],
    [{ subjectType: 'Label' }, ['three', 'two']],
    [{ subjectId: 'l1' }, ['two']],
    [{ search: 'LOVE' }, ['three', 'one']],
    [{ search: 'unal ben' }, ['two']],
    [{ search: "o'brien" }, ['two']],
    [{ search: 'ada@example.com' }, ['three', 'one']],
    [{ search: '%' }, ['three', 'two', 'one']],
    [{ search: 'nobody\0' }, []],
    [{ to: '2026-01-01T00:00:00Z' }, []],
    [{ from: '2026-01-01T00:00:00Z', actorId: ADA }, ['three', 'one']],
  ])('%j leaves %j', async (filter, expected) => {
    expect(await actions(filter)).toEqual(expected)
  })
})

describe('as a file', () => {
  let server: FastifyInstance
  let origin: string

  beforeAll(async () => {
    server = fastify()
    server.register(auditRoutes)
    server.register(consentRoutes)
    server.register(analyticsRoutes)
    origin = await server.listen({ port: 0, host: '127.0.0.1' })
  })

  afterAll(() => server.close())

  const get = async (path: string, who = admin) => {
    const response = await fetch(origin + path, { headers: who })
    return { status: response.status, text: await response.text() }
  }

  it('has what the filter leaves, over all pages, and nothing that a spreadsheet executes', async () => {
    for (let n = 0; n < 3; n += 1) {
      await write({
        action: 'one',
        who: { kind: 'USER', id: BEN, name: '@Ben' },
      })
    }
    await pool.query(
      `INSERT INTO "AuditEntry" (id, outcome, "group", action, "actorKind", "actorId")
        SELECT gen_random_uuid(), 'DONE', 'INBOX', 'two', 'USER', $1 FROM generate_series(1, 2100)`,
      [BEN]
    )
    await write({ action: 'three' })
    const { text } = await get(`/audit.csv?actorId=${BEN}`)
    const lines = text.trim().split('\n')
    expect(lines[0]).toContain('at,actorKind,actorName')
    expect(lines).toHaveLength(1 + 2103)
    expect(new Set(lines).size).toBe(lines.length)
    expect(text).toContain(",'@Ben,")
    expect(text).toContain(",'=cmd|calc,")
    expect(text).not.toMatch(/,[=@]/)
    expect(text).not.toContain('three')
  })

  it.each([
    '/audit.csv?from=tomorrow',
    '/audit.csv?group=EVERYTHING',
    '/audit.csv?from=2026-13-45T00:00:00Z',
  ])('%s is refused', async (path) => {
    expect((await get(path)).status).toBe(400)
  })

  it('is written down itself, as all that leaves as a file', async () => {
    await get('/audit.csv?action=one')
    await get('/consent.csv')
    await get('/analytics.csv?from=2026-03-01&to=2026-03-02&timeZone=UTC')
    const [{ id }] = await db.apiKey.findMany()
    expect(
      await db.auditEntry.findMany({ orderBy: [{ at: 'asc' }, { id: 'asc' }] })
    ).toMatchObject([
      {
        action: 'exportAuditLog',
        group: 'EXPORT',
        outcome: 'DONE',
        actorId: id,
        address: '127.0.0.1',
        arguments: [{ name: 'action', value: 'one' }],
      },
      { action: 'exportConsent' },
      {
        action: 'exportAnalytics',
        arguments: [
          { name: 'from', value: '2026-03-01' },
          { name: 'to', value: '2026-03-02' },
        ],
      },
    ])
  })

  it('is refused to an agent, which is written down, too', async () => {
    const agent = await keyFor('AGENT')
    expect((await get('/audit.csv', agent)).status).toBe(403)
    const filter = { action: 'GET /audit.csv' }
    expect(await list(filter)).toMatchObject({
      edges: [{ node: { outcome: 'REFUSED', group: 'ADMINISTRATION' } }],
    })
  })
})

it('forgets what is too old, where it is told to, and says so', async () => {
  await write({ action: 'new' })
  expect(await forgetEntries(30)).toBe(0)
  await pool.query(
    `INSERT INTO "AuditEntry" (id, at, outcome, "group", action, "actorKind")
      SELECT gen_random_uuid(), now() - interval '31 days', 'DONE', 'INBOX', 'old', 'USER'
      FROM generate_series(1, 25)`
  )
  expect(await forgetEntries(30, 10)).toBe(25)
  expect(await actions()).toEqual(['forgetAuditEntries', 'new'])
})
