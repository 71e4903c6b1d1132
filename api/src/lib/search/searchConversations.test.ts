import { Prisma } from '@prisma/client'
import fc from 'fast-check'
import { writeConversations } from 'test-support/conversations'
import { emptyDatabase } from 'test-support/emptyDatabase'

import { pool } from 'src/lib/database/pool'
import { sqlOver } from 'src/lib/database/sql'
import type { Place } from 'src/lib/paging/cursor'

import { explainTimeout } from './explainTimeout'
import type { FoundRow } from './lookUp'
import { parseSearch } from './parseSearch'
import { type PreparedSearch, prepareSearch } from './prepareSearch'
import { find } from './searchConversations'
import { searchPool } from './searchPool'

beforeEach(emptyDatabase)

it('however frequent a word is, and is thought to be, its pages hold each conversation once', async () => {
  const tx = sqlOver(pool)
  const within = Prisma.sql`true`
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        // Each word is in one conversation of so many.
        every: fc.integer({ min: 1, max: 150 }),
        before: fc.integer({ min: 0, max: 250 }),
        size: fc.integer({ min: 1, max: 100 }),
        matches: fc.constantFrom(0, 1_000, 7_000, 1_000_000),
      }),
      async ({ every, before, size, matches }) => {
        await emptyDatabase()
        const bodies = Array.from({ length: 260 }, (_, n) =>
          n >= before && n % every === 0 ? 'a parcel' : 'a letter'
        )
        const rows = await writeConversations(bodies)
        const search = await prepareSearch(tx, parseSearch('parcel'))
        const seen: string[] = []
        let after: Place | null = null
        let page: FoundRow[]
        do {
          const wanted = { within, after, size, matches }
          page = await find(tx, search as PreparedSearch, wanted)
          seen.push(...page.map(({ id }) => id))
          const last = page.at(-1)
          after = last ? { at: last.lastMessageAt, id: last.id } : null
        } while (page.length === size)
        const expected = rows.filter(({ body }) => body === 'a parcel')
        expect(seen).toEqual(expected.map(({ id }) => id))
      }
    ),
    {
      numRuns: 12,
      // Few in what is walked through first, and the rest met behind it.
      examples: [[{ every: 1, before: 95, size: 60, matches: 7_000 }]],
    }
  )
})

describe('a search that takes too long', () => {
  it('is ended by the database', async () => {
    const { rows } = await searchPool.query('SHOW statement_timeout')
    expect(rows).toEqual([{ statement_timeout: '3s' }])
  })

  it('says so', async () => {
    const client = await pool.connect()
    const tx = sqlOver(client)
    await client.query('BEGIN; SET LOCAL statement_timeout = 10')
    const ended = explainTimeout(async () => tx.$queryRaw`SELECT pg_sleep(60)`)
    await expect(ended).rejects.toMatchObject({
      extensions: { code: 'BAD_USER_INPUT' },
      message: expect.stringContaining('too long'),
    })
    await client.query('ROLLBACK')
    client.release()
  })
})
