import { emptyDatabase } from 'test-support/emptyDatabase'
import { firstOf } from 'test-support/firstOf'
import { ask, codeOf, type Credentials, keyFor } from 'test-support/graphql'
import { STRANGE } from 'test-support/ids'
import { saveMessage } from 'test-support/messages'

import { db } from 'src/lib/db'
import { listen } from 'src/lib/live/listen'

let agent: Credentials

beforeEach(async () => {
  await emptyDatabase()
  agent = await keyFor('AGENT')
})

const NOTES = `mutation ($id: ID!, $notes: String!) {
  updateContactNotes(id: $id, notes: $notes) { id notes updatedAt }
}`

const contact = async () => {
  await saveMessage()
  return db.contact.findFirstOrThrow()
}

describe('updateContactNotes', () => {
  it.each([
    ['  Likes\n\ntea 👋 ', 'Likes\n\ntea 👋'],
    ['x'.repeat(10_000), 'x'.repeat(10_000)],
    ['', null],
    [' \n ', null],
  ])('"%.20s" is kept as "%.20s"', async (notes, kept) => {
    const { id, updatedAt } = await contact()
    await ask(agent, NOTES, { id, notes: 'before' })
    const { data } = await ask(agent, NOTES, { id, notes })
    expect(data.updateContactNotes).toMatchObject({ id, notes: kept })
    expect(new Date(data.updateContactNotes.updatedAt) > updatedAt).toBe(true)
  })

  it.each([
    ['x'.repeat(10_001), '10001 characters'],
    ['a\0b', 'can’t be kept'],
    ['\ud83d', 'can’t be kept'],
  ])('refuses "%.20s"', async (notes, says) => {
    const { id } = await contact()
    const answer = await ask(agent, NOTES, { id, notes })
    expect(codeOf(answer)).toBe('BAD_USER_INPUT')
    expect(answer.errors?.[0].message).toContain(says)
    expect(await db.contact.findFirst()).toMatchObject({ notes: null })
  })

  it('tells the screens of all the contact’s conversations, of a change only', async () => {
    const { id } = await contact()
    await saveMessage({ channel: 'WHATSAPP' })
    const events = firstOf(4, listen(['conversationChanged']))
    for (const notes of ['first', 'first', 'second']) {
      await ask(agent, NOTES, { id, notes })
    }
    const told = (await events).map(({ conversationId }) => conversationId)
    const all = (await db.conversation.findMany()).map((each) => each.id)
    expect(told.sort()).toEqual([...all, ...all].sort())
  })

  it.each(STRANGE)('finds nobody: "%.40s"', async (id) => {
    expect(codeOf(await ask(agent, NOTES, { id, notes: 'x' }))).toBe(
      'NOT_FOUND'
    )
  })
})
