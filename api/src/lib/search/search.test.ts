import { Prisma } from '@prisma/client'
import fc from 'fast-check'
import { emptyDatabase } from 'test-support/emptyDatabase'
import { newNumber, OURS, saveMessage } from 'test-support/messages'
import { v7 as uuid } from 'uuid'

import { listConversations } from 'src/lib/conversations/listConversations'
import { pool } from 'src/lib/database/pool'
import { sqlOver } from 'src/lib/database/sql'
import { db } from 'src/lib/db'
import type { Place } from 'src/lib/paging/cursor'

import { estimateMatches } from './estimateMatches'
import { explainTimeout } from './explainTimeout'
import type { FoundRow } from './lookUp'
import { parseSearch } from './parseSearch'
import { type PreparedSearch, prepareSearch } from './prepareSearch'
import { find } from './searchConversations'
import { searchPool } from './searchPool'

beforeEach(emptyDatabase)

const write = (body: string | null, fields: object = {}) =>
  saveMessage({ contact: newNumber(), direction: 'INBOUND', body, ...fields })

const search = async (search: string, filter: object = {}) => {
  const { edges } = await listConversations(
    { filter: { ...filter, search }, first: 100 },
    null
  )
  return edges.map(({ node, match }) => ({ id: node.id, match }))
}

const found = async (text: string, filter: object = {}) =>
  (await search(text, filter)).map(({ id }) => id)

describe('a text is found', () => {
  it.each([
    ['a word of it', 'parcel'],
    ['in any case', 'PARCEL'],
    ['without accents', 'munchen'],
    ['with others', 'Münçhën'],
    ['the beginning of a word', 'par'],
    ['words in any order', 'today parcel'],
    ['a phrase', '"arrives today"'],
    ['a phrase that is still being typed', '"arrives tod'],
    ['a sum', '3.50'],
    ['between signs', '(tomorrow)'],
    ['behind a quotation mark', 'locked'],
    ['in an address', 'example.com'],
    ['another alphabet', 'жук'],
    ['from right to left', 'שלום'],
    ['a part of an address of the web', 'https://example.com/track?id=77'],
    ['with a NUL', 'par\0cel'],
  ])('by %s: %s', async (_how, text) => {
    const { id, conversationId } = await write(
      'The parcel for MÜNCHEN arrives today, not <b>tomorrow</b>: 3.50€, “locked”, https://example.com/track?id=77, ЖУК שלום'
    )
    await write('Nothing of that')
    expect(await search(text)).toMatchObject([
      { id: conversationId, match: { id } },
    ])
  })

  it.each([
    'parcels',
    'arcel',
    '"today arrives"',
    // The blank ends the word.
    'par ',
    'parcel tomorrow',
  ])('but not by "%s"', async (text) => {
    await write('The parcel arrives today')
    expect(await found(text)).toEqual([])
  })

  it('in the newest message that has it', async () => {
    const contact = newNumber()
    await write('a parcel', { contact })
    const { id } = await write('the parcel', { contact })
    await write('thanks', { contact })
    expect(await search('parcel')).toMatchObject([{ match: { id } }])
  })

  it('as it is now: edited, removed, deleted', async () => {
    const { id } = await write('the parcel')
    await db.message.update({ where: { id }, data: { body: 'the letter' } })
    expect(await found('parcel')).toHaveLength(0)
    expect(await found('letter')).toHaveLength(1)
    await db.message.update({ where: { id }, data: { removedAt: new Date() } })
    expect(await found('letter')).toHaveLength(0)
    await db.message.update({ where: { id }, data: { removedAt: null } })
    expect(await found('letter')).toHaveLength(1)
    await db.message.delete({ where: { id } })
    expect(await found('letter')).toHaveLength(0)
  })
})

describe('a contact is found', () => {
  const name = async (name: string, contact = newNumber()) => {
    const { conversationId } = await write(null, { contact })
    await db.contact.update({ where: { address: contact }, data: { name } })
    return conversationId
  }

  it.each([
    ['a part of its name', 'kafo'],
    ['both names in any order', 'okafor zoë'],
    ['the first letter of a name', 'o'],
    ['its number', '+1 (415) 555-0188'],
    ['its number as it is dialled there', '0415 5550188'],
    ['a part of its number', '50188'],
  ])('by %s: %s', async (_how, text) => {
    const id = await name('Zoé Okafor', '+14155550188')
    await name('Wim', '+33612345678')
    expect(await search(text)).toMatchObject([{ id, match: null }])
  })

  it('by what was written, too', async () => {
    const named = await name('Rose')
    const { conversationId } = await write('A rose is a rose')
    expect(await found('rose')).toEqual([conversationId, named])
  })

  it.each(['kaffo', 'kafort', 'ka_or', '12', '99999'])(
    'but not by "%s"',
    async (text) => {
      await name('Zoé Okafor', '+14155550188')
      expect(await found(text)).toEqual([])
    }
  )
})

it('it can be narrowed like the list', async () => {
  const { conversationId } = await write('parcel')
  await write('parcel', { conversation: { status: 'ARCHIVED' } })
  expect(await found('parcel')).toHaveLength(2)
  expect(await found('parcel', { folder: 'OPEN' })).toEqual([conversationId])
  expect(await found('parcel', { channel: 'WHATSAPP' })).toEqual([])
})

it.each([
  '📦',
  '%',
  '_',
  '\\',
  "'",
  '"',
  '"" ""',
  ':*',
  "' & !x | <-> (",
  '\'); DROP TABLE "Message"; --',
  '\ud83d',
  '\u202e\u200f',
  '😀'.repeat(5_000),
  'x'.repeat(10_000),
  'the '.repeat(2_500),
])('nothing is found by "%.30s", calmly', async (text) => {
  await write('Hello')
  expect(await found(text)).toEqual([])
})

/** Conversations with one message each, newest first. */
const writeMany = async (bodies: string[]) => {
  const rows = bodies.map((body, n) => ({
    body,
    id: uuid(),
    message: uuid(),
    contact: uuid(),
    at: new Date(Date.now() - n * 1000),
  }))
  await db.contact.createMany({
    data: rows.map(({ contact }) => ({ id: contact, address: newNumber() })),
  })
  await db.conversation.createMany({
    data: rows.map(({ id, contact, at }) => ({
      id,
      contactId: contact,
      channel: 'SMS' as const,
      senderAddress: OURS,
      lastMessageAt: at,
    })),
  })
  await db.message.createMany({
    data: rows.map(({ id, message, body, at }) => ({
      id: message,
      conversationId: id,
      direction: 'INBOUND' as const,
      channel: 'SMS' as const,
      from: OURS,
      to: OURS,
      body,
      status: 'RECEIVED' as const,
      createdAt: at,
    })),
  })
  return rows
}

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
        const rows = await writeMany(bodies)
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

it('a phrase is found where its words stand together, however short, long or foreign they are', async () => {
  const words = ['a', 'to', 'the', 'parcel', 'packages', 'жук', '3', 'löwe']
  const text = (most: number) =>
    fc
      .array(fc.constantFrom(...words), { minLength: 1, maxLength: most })
      .map((all) => all.join(' '))
  await fc.assert(
    fc.asyncProperty(
      fc.array(text(8), { minLength: 30, maxLength: 30 }),
      fc.array(text(4), { minLength: 12, maxLength: 12 }),
      async (bodies, phrases) => {
        await emptyDatabase()
        const rows = await writeMany(bodies)
        for (const phrase of phrases) {
          const expected = rows
            .filter(({ body }) => ` ${body} `.includes(` ${phrase} `))
            .map(({ id }) => id)
          expect(await found(`"${phrase}"`)).toEqual(expected)
          // The last word may go on.
          const begun = rows
            .filter(({ body }) => ` ${body}`.includes(` ${phrase}`))
            .map(({ id }) => id)
          expect(await found(`"${phrase}`)).toEqual(begun)
        }
      }
    ),
    { numRuns: 3 }
  )
}, 60_000)

it('a phrase of short words is looked up by its pairs', async () => {
  const tx = sqlOver(pool)
  const prepared = (text: string) => prepareSearch(tx, parseSearch(text))
  expect(await prepared('"to the" ')).toMatchObject({ query: "' to the'" })
  expect(await prepared('"to the car" ')).toMatchObject({
    query: "' to the' & ' the car' & 'to' <-> 'the' <-> 'car'",
    estimate: "' to the' & ' the car'",
  })
  expect(await prepared('"unpaid packages" ')).toMatchObject({
    query: "'unpaid' <-> 'packages'",
  })
})

it('PostgreSQL’s thoughts about how frequent a word is are asked for', async () => {
  await writeMany(Array.from({ length: 200 }, () => 'a parcel'))
  await pool.query('ANALYZE "MessageWords"')
  const tx = sqlOver(pool)
  const estimate = async (text: string) => {
    const search = await prepareSearch(tx, parseSearch(text))
    return estimateMatches(tx, search as PreparedSearch)
  }
  expect(await estimate('parcel ')).toBeGreaterThan(150)
  expect(await estimate('letter ')).toBeLessThan(50)
})

it('of the beginning of a word, PostgreSQL’s thoughts are multiplied, but not of a word that was typed to its end', async () => {
  // It thinks of beginnings where it knows more than a hundred words.
  const besides = (n: number) => `word${n % 120}`
  await writeMany(
    Array.from({ length: 240 }, (_, n) =>
      n < 40 ? `parcel ${besides(n)}` : besides(n)
    )
  )
  await pool.query('ANALYZE "MessageWords"')
  const tx = sqlOver(pool)
  const estimate = async (text: string) => {
    const search = await prepareSearch(tx, parseSearch(text))
    return estimateMatches(tx, search as PreparedSearch)
  }
  expect(await estimate('parcel ')).toBe(40)
  expect(await estimate('parcel')).toBeLessThan(50)
  expect(await estimate('parc')).toBeGreaterThan(100)
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
