import { emptyDatabase } from 'test-support/emptyDatabase'
import { entriesOf, kindsOf } from 'test-support/entries'
import { firstOf } from 'test-support/firstOf'
import { ask, codeOf, type Credentials, keyFor } from 'test-support/graphql'
import { STRANGE } from 'test-support/ids'
import { newNumber, saveMessage } from 'test-support/messages'
import { acting, saveUser } from 'test-support/users'

import { setStatus } from 'src/lib/conversations/setStatus'
import { db } from 'src/lib/db'
import { listen } from 'src/lib/live/listen'
import { addNote } from 'src/lib/thread/addNote'

let agent: Credentials

beforeEach(async () => {
  await emptyDatabase()
  agent = await keyFor('AGENT')
})

const NOTE = `mutation ($conversationId: ID!, $body: String!, $mentions: [ID!], $idempotencyKey: String) {
  addNote(conversationId: $conversationId, body: $body, mentions: $mentions, idempotencyKey: $idempotencyKey) {
    id kind at body actor { name } actorName mentions { name } subject { name } label until participant
    conversation { id }
  }
}`

const note = (conversationId: string, input: object = {}) =>
  ask(agent, NOTE, { conversationId, body: 'She called twice.', ...input })

const begin = async () => (await saveMessage()).conversationId

describe('addNote', () => {
  it('writes it down, and tells every screen', async () => {
    const conversationId = await begin()
    const [maya, ben] = [await saveUser('Maya'), await saveUser('Ben')]
    const events = firstOf(1, listen(['threadEntryAdded']))
    const { data, errors } = await note(conversationId, {
      body: '  Ask @Maya\nor @Ben 👋 ',
      mentions: [maya.id, ben.id, maya.id],
    })
    expect(errors).toBeUndefined()
    const { mentions, ...entry } = data.addNote
    expect(entry).toEqual({
      id: expect.any(String),
      kind: 'NOTE',
      at: expect.stringMatching(/Z$/),
      body: 'Ask @Maya\nor @Ben 👋',
      actor: null,
      actorName: 'a program that is AGENT',
      subject: null,
      label: null,
      until: null,
      participant: null,
      conversation: { id: conversationId },
    })
    expect(mentions).toHaveLength(2)
    expect(mentions).toEqual(
      expect.arrayContaining([{ name: 'Maya' }, { name: 'Ben' }])
    )
    expect(await events).toEqual([
      { kind: 'threadEntryAdded', entryId: entry.id, conversationId },
    ])
  })

  it('is its author’s, also when they go', async () => {
    const conversationId = await begin()
    const maya = await saveUser('Maya')
    await addNote(conversationId, { body: 'Mine.' }, acting(maya))
    expect(await entriesOf(conversationId)).toMatchObject([
      { actorId: maya.id, actorName: 'Maya' },
    ])
    await db.user.deleteMany()
    expect(await entriesOf(conversationId)).toMatchObject([
      { actorId: null, actorName: 'Maya', body: 'Mine.' },
    ])
  })

  it.each([
    ['an empty text', { body: ' \n ' }, 'empty'],
    ['too much', { body: 'x'.repeat(10_001) }, '10001 characters'],
    ['a NUL', { body: 'a\0b' }, 'can’t be kept'],
    ['half an emoji', { body: '\ud83d!' }, 'can’t be kept'],
    ['a key that is too long', { idempotencyKey: 'x'.repeat(201) }, '200'],
    [
      'too many mentions',
      { mentions: Array.from({ length: 51 }, (_, n) => String(n)) },
      '50 people',
    ],
    ...STRANGE.map((id): [string, object, string] => [
      `a mention of "${id.slice(0, 40)}"`,
      { mentions: [id] },
      'not here',
    ]),
  ] as [string, object, string][])('refuses %s', async (_what, input, says) => {
    const conversationId = await begin()
    const answer = await note(conversationId, input)
    expect(codeOf(answer)).toBe('BAD_USER_INPUT')
    expect(answer.errors?.[0].message).toContain(says)
    expect(await kindsOf(conversationId)).toEqual([])
  })

  it('keeps a long one to the letter', async () => {
    const body = 'ß👋\n'.repeat(2_499) + 'end'
    const { data } = await note(await begin(), { body })
    expect(data.addNote.body).toBe(body)
  })

  it.each(STRANGE)('finds nothing to note it of: "%.40s"', async (id) => {
    expect(codeOf(await note(id))).toBe('NOT_FOUND')
  })

  it('is one under one key, when ten write it at once', async () => {
    const conversationId = await begin()
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        note(conversationId, { idempotencyKey: 'k1' })
      )
    )
    expect(answers).toEqual(Array(10).fill(answers[0]))
    expect(await kindsOf(conversationId)).toEqual(['NOTE'])
  })

  it('is two under two keys, without a key, and by two authors', async () => {
    const conversationId = await begin()
    const [maya, ben] = [await saveUser('Maya'), await saveUser('Ben')]
    const body = 'The same.'
    await addNote(conversationId, { body, idempotencyKey: 'k1' }, acting(maya))
    await addNote(conversationId, { body, idempotencyKey: 'k2' }, acting(maya))
    await addNote(conversationId, { body, idempotencyKey: 'k1' }, acting(ben))
    await note(conversationId, { body, idempotencyKey: 'k1' })
    await note(conversationId, { body })
    await note(conversationId, { body })
    expect(await kindsOf(conversationId)).toHaveLength(6)
  })

  it('says so where another note has the key', async () => {
    const conversationId = await begin()
    const { conversationId: other } = await saveMessage({
      contact: newNumber(),
    })
    const idempotencyKey = 'k1'
    await note(conversationId, { idempotencyKey })
    for (const answer of [
      await note(conversationId, { idempotencyKey, body: 'Another.' }),
      await note(other, { idempotencyKey }),
    ]) {
      expect(codeOf(answer)).toBe('BAD_USER_INPUT')
      expect(answer.errors?.[0].message).toContain('another note')
    }
    expect(await kindsOf(other)).toEqual([])
  })
})

describe('archiving and opening again', () => {
  it('stand in the thread, each with who did it, once however many do it at once', async () => {
    const conversationId = await begin()
    const maya = await saveUser('Maya')
    for (const status of ['ARCHIVED', 'OPEN'] as const) {
      const states = await Promise.all(
        Array.from({ length: 10 }, () =>
          setStatus(conversationId, status, acting(maya))
        )
      )
      expect(states).toEqual(Array(10).fill(states[0]))
    }
    const by = { actorId: maya.id, actorName: 'Maya' }
    expect(await entriesOf(conversationId)).toMatchObject([
      { kind: 'ARCHIVED', ...by },
      { kind: 'REOPENED', ...by },
    ])
  })

  it('end as the last entry says, where ten do the one and ten the other at once', async () => {
    const conversationId = await begin()
    await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        setStatus(conversationId, n % 2 ? 'OPEN' : 'ARCHIVED', { name: `${n}` })
      )
    )
    const { status } = await db.conversation.findUniqueOrThrow({
      where: { id: conversationId },
    })
    const kinds = await kindsOf(conversationId)
    expect(kinds).toEqual(
      kinds.map((_, n) => (n % 2 ? 'REOPENED' : 'ARCHIVED'))
    )
    expect(kinds.at(-1)).toBe(status === 'OPEN' ? 'REOPENED' : 'ARCHIVED')
  })

  it('leave no name to who comes after on the same connection', async () => {
    const conversationId = await begin()
    await setStatus(conversationId, 'ARCHIVED', { name: 'Maya' })
    await db.conversation.update({
      where: { id: conversationId },
      data: { status: 'OPEN' },
    })
    expect((await entriesOf(conversationId)).at(-1)).toMatchObject({
      kind: 'REOPENED',
      actorName: null,
    })
  })
})
