import fastify, { type FastifyInstance } from 'fastify'
import { emptyDatabase } from 'test-support/emptyDatabase'
import { type Credentials, keyFor, NOBODY } from 'test-support/graphql'
import { CUSTOMER, newSid, OURS, saveMessage } from 'test-support/messages'

import { db } from 'src/lib/db'
import { parseInboundMessage } from 'src/lib/inbound/parseInboundMessage'
import { recordInboundMessage } from 'src/lib/inbound/recordInboundMessage'

import { consentRoutes } from './consentRoutes'

let server: FastifyInstance
let origin: string

beforeAll(async () => {
  server = fastify()
  server.register(consentRoutes)
  origin = await server.listen({ port: 0, host: '127.0.0.1' })
})

beforeEach(emptyDatabase)

afterAll(() => server.close())

const get = (headers: Credentials) =>
  fetch(`${origin}/consent.csv`, { headers })

it.each([
  ['nobody', 401],
  ['VIEWER', 403],
  ['AGENT', 403],
  ['ADMIN', 200],
] as const)('the export is for administrators: %s, %i', async (who, status) => {
  const as = who === 'nobody' ? NOBODY : await keyFor(who)
  const response = await get(as)
  expect(response.status).toEqual(status)
  expect((await response.text()).includes('contactName')).toEqual(
    status === 200
  )
})

it('has who, when and how, and nothing that a spreadsheet would execute', async () => {
  const sid = newSid()
  await recordInboundMessage(
    parseInboundMessage({
      MessageSid: sid,
      From: CUSTOMER,
      To: OURS,
      Body: '=HYPERLINK("http://evil.example","STOP")',
      OptOutType: 'STOP',
    })
  )
  await db.contact.updateMany({ data: { name: '@SUM(A1), "Ana"\nLi' } })
  const response = await get(await keyFor('ADMIN'))
  expect(response.headers.get('content-type')).toMatch(/^text\/csv/)
  expect(response.headers.get('content-disposition')).toMatch(/^attachment/)
  const [header, ...lines] = (await response.text()).split(/\n(?=\d)/)
  expect(header).toMatch(/contact,contactName,sender,channel,says,source,word/)
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatch(/^\d{4}-\d\d-\d\dT/)
  expect(lines[0]).toContain(
    `,'${CUSTOMER},"'@SUM(A1), ""Ana""\nLi",'${OURS},SMS,opted out,OPT_OUT_TYPE,"'=HYPERLINK(""http://evil.example"",""STOP"")",`
  )
  expect(lines[0]).toContain(sid)
})

it('has all entries, each once, also of the same time', async () => {
  const { conversationId } = await saveMessage()
  const at = new Date('2026-01-01T00:00:00Z')
  await db.consentEvent.createMany({
    data: Array.from({ length: 2_500 }, (_, n) => ({
      conversationId,
      allowed: n % 2 > 0,
      source: 'KEYWORD' as const,
      word: `word${n}`,
      at,
    })),
  })
  const text = await (await get(await keyFor('ADMIN'))).text()
  const words = text.match(/word\d+/g) ?? []
  expect([words.length, new Set(words).size]).toEqual([2_500, 2_500])
})
