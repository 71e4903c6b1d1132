import { emptyDatabase } from 'test-support/emptyDatabase'
import { ask, codeOf, type Credentials, keyFor } from 'test-support/graphql'
import { STRANGE } from 'test-support/ids'
import { newNumber, saveMessage } from 'test-support/messages'

import { setStatus } from 'src/lib/conversations/setStatus'
import { db } from 'src/lib/db'
import { addNote } from 'src/lib/thread/addNote'

let agent: Credentials
let conversationId: string
/** Of the messages 0 to 9. */
let ids: string[]

const PAGE = `query (
  $conversationId: ID!, $last: Int, $before: String, $first: Int, $after: String, $around: ID
) {
  messages(
    conversationId: $conversationId, last: $last, before: $before, first: $first, after: $after, around: $around
  ) {
    edges { cursor node { id body } }
    entries { id kind body }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`

interface Edge {
  node: { body: string }
}

const page = async (asked: object) => {
  const { data, errors } = await ask(agent, PAGE, { conversationId, ...asked })
  expect(errors).toBeUndefined()
  const { edges, entries, pageInfo } = data.messages
  return {
    bodies: edges.map(({ node }: Edge) => node.body).join(''),
    notes: entries.map(({ body }: { body: string }) => body).join(''),
    ...pageInfo,
  }
}

/** Ten messages, 0 to 9, and after each a note, a to j; before them the note ^. */
beforeEach(async () => {
  await emptyDatabase()
  agent = await keyFor('AGENT')
  const first = await saveMessage({ body: '0' })
  conversationId = first.conversationId
  ids = [first.id]
  for (const body of '123456789') {
    ids.push((await saveMessage({ body })).id)
  }
  for (const [n, id] of ids.entries()) {
    const createdAt = new Date(Date.UTC(2026, 0, 1, 0, n))
    await db.message.update({ where: { id }, data: { createdAt } })
  }
  await db.threadEntry.createMany({
    data: [...'^abcdefghij'].map((body, n) => ({
      conversationId,
      kind: 'NOTE' as const,
      body,
      at: new Date(Date.UTC(2026, 0, 1, 0, n - 1, 30)),
    })),
  })
})

describe('the pages of a thread', () => {
  it('go back from the newest, each with what happened in its time', async () => {
    const newest = await page({ last: 4 })
    expect(newest).toMatchObject({ bodies: '6789', notes: 'ghij' })
    const middle = await page({ last: 4, before: newest.startCursor })
    expect(middle).toMatchObject({ bodies: '2345', notes: 'cdef' })
    const oldest = await page({ last: 4, before: middle.startCursor })
    expect(oldest).toMatchObject({ bodies: '01', notes: '^ab' })
    expect(
      [newest, middle, oldest].map(({ hasNextPage, hasPreviousPage }) => [
        hasPreviousPage,
        hasNextPage,
      ])
    ).toEqual([
      [true, false],
      [true, true],
      [false, true],
    ])
  })

  it('go on from the oldest', async () => {
    const oldest = await page({ first: 4 })
    expect(oldest).toMatchObject({
      bodies: '0123',
      notes: '^abcd',
      hasPreviousPage: false,
      hasNextPage: true,
    })
    const middle = await page({ first: 4, after: oldest.endCursor })
    // What happened after the last message of the page before comes again: it may be news.
    expect(middle).toMatchObject({
      bodies: '4567',
      notes: 'defgh',
      hasPreviousPage: true,
      hasNextPage: true,
    })
    const newest = await page({ first: 4, after: middle.endCursor })
    expect(newest).toMatchObject({
      bodies: '89',
      notes: 'hij',
      hasNextPage: false,
    })
  })

  it('bring what was missed after the last message that one has', async () => {
    const { endCursor } = await page({ last: 4 })
    expect(await page({ after: endCursor })).toMatchObject({
      bodies: '',
      notes: 'j',
      hasPreviousPage: true,
      hasNextPage: false,
    })
    await addNote(conversationId, { body: 'k' }, { name: 'Maya' })
    await saveMessage({ body: '+' })
    expect(await page({ after: endCursor })).toMatchObject({
      bodies: '+',
      notes: 'jk',
    })
  })

  it.each([
    [5, 5, '34567', 'defgh', true, true],
    [5, 4, '4567', 'efgh', true, true],
    [5, 1, '5', 'f', true, true],
    [5, 2, '56', 'fg', true, true],
    [0, 5, '012', '^abc', false, true],
    [9, 5, '789', 'hij', true, false],
    [1, 100, '0123456789', '^abcdefghij', false, false],
  ])(
    'are around message %i, %i at most: %s',
    async (n, last, bodies, notes, hasPreviousPage, hasNextPage) => {
      expect(await page({ around: ids[n], last })).toMatchObject({
        bodies,
        notes,
        hasPreviousPage,
        hasNextPage,
      })
    }
  )

  it('meet those around a message at both its ends', async () => {
    const middle = await page({ around: ids[5], last: 3 })
    const before = await page({ last: 2, before: middle.startCursor })
    const after = await page({ first: 2, after: middle.endCursor })
    expect([before.bodies, middle.bodies, after.bodies]).toEqual([
      '23',
      '456',
      '78',
    ])
  })

  it.each([
    ['around and before', () => ({ around: ids[5], before: 'x' })],
    ['around and first', () => ({ around: ids[5], first: 3 })],
    ['first and last', () => ({ first: 3, last: 3 })],
    ['after and before', () => ({ after: 'x', before: 'x' })],
    ['a cursor of nobody’s', () => ({ after: 'nonsense' })],
    ['none at all', () => ({ first: 0 })],
  ])('are not asked for by %s', async (_what, asked) => {
    const answer = await ask(agent, PAGE, { conversationId, ...asked() })
    expect(codeOf(answer)).toBe('BAD_USER_INPUT')
  })

  it.each(STRANGE)('are around no "%.40s"', async (around) => {
    const answer = await ask(agent, PAGE, { conversationId, around })
    expect(codeOf(answer)).toBe('NOT_FOUND')
  })

  it('are around no message of another conversation', async () => {
    const { id: around } = await saveMessage({ contact: newNumber() })
    const answer = await ask(agent, PAGE, { conversationId, around })
    expect(codeOf(answer)).toBe('NOT_FOUND')
  })

  it('show the latest 500 of what was done, and every note', async () => {
    const entry = (kind: 'NOTE' | 'SNOOZED', n: number) => ({
      conversationId,
      kind,
      body: kind === 'NOTE' ? 'n' : 's',
      at: new Date(Date.UTC(2026, 1, 1, 0, n)),
    })
    await db.threadEntry.createMany({
      data: [
        ...Array.from({ length: 3 }, (_, n) => entry('NOTE', n)),
        ...Array.from({ length: 600 }, (_, n) => entry('SNOOZED', n + 10)),
        ...Array.from({ length: 600 }, (_, n) => entry('NOTE', n + 700)),
      ],
    })
    expect((await page({ last: 1 })).notes).toBe(
      'jnnn' + 's'.repeat(500) + 'n'.repeat(600)
    )
  })

  it('of a conversation without a message still have what happened', async () => {
    const { contactId } = await db.conversation.findUniqueOrThrow({
      where: { id: conversationId },
    })
    const { id } = await db.conversation.create({
      data: { contactId, channel: 'CHAT', senderAddress: 'IS1' },
    })
    await setStatus(id, 'ARCHIVED', { name: 'Maya' })
    const { data } = await ask(agent, PAGE, { conversationId: id })
    expect(data.messages.entries).toMatchObject([{ kind: 'ARCHIVED' }])
  })
})

describe('firstUnread', () => {
  const FIRST = `query ($id: ID!) { conversation(id: $id) { firstUnread { body } } }`
  const firstUnread = async (id: string) => {
    const { data, errors } = await ask(agent, FIRST, { id })
    expect(errors).toBeUndefined()
    return data.conversation.firstUnread
  }
  const mark = (id: string, as: 'Read' | 'Unread') =>
    ask(agent, `mutation { markConversation${as}(id: "${id}") { id } }`)

  it('is the oldest of the contact’s unread messages, whatever was written between', async () => {
    const contact = newNumber()
    const receive = (body: string) =>
      saveMessage({ contact, body, direction: 'INBOUND' })
    const { conversationId: id } = await saveMessage({ contact })
    expect(await firstUnread(id)).toBeNull()
    await receive('a')
    await mark(id, 'Read')
    expect(await firstUnread(id)).toBeNull()
    await receive('b')
    await saveMessage({ contact, body: 'ours' })
    await receive('c')
    expect(await firstUnread(id)).toEqual({ body: 'b' })
    await mark(id, 'Unread')
    expect(await firstUnread(id)).toEqual({ body: 'b' })
    await mark(id, 'Read')
    await mark(id, 'Unread')
    expect(await firstUnread(id)).toEqual({ body: 'c' })
  })

  it('is none where the contact has written nothing', async () => {
    const { conversationId: id } = await saveMessage({ contact: newNumber() })
    await mark(id, 'Unread')
    expect(await firstUnread(id)).toBeNull()
  })
})
