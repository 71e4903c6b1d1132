import fc from 'fast-check'
import { writeConversations } from 'test-support/conversations'
import { emptyDatabase } from 'test-support/emptyDatabase'
import { newNumber, saveMessage } from 'test-support/messages'

import { listConversations } from 'src/lib/conversations/listConversations'
import { db } from 'src/lib/db'

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
        const rows = await writeConversations(bodies)
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
