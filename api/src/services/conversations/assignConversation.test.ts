import { emptyDatabase } from 'test-support/emptyDatabase'
import { entriesOf, kindsOf } from 'test-support/entries'
import { firstOf } from 'test-support/firstOf'
import { ask, codeOf, type Credentials, keyFor } from 'test-support/graphql'
import { STRANGE } from 'test-support/ids'
import { newNumber, saveMessage } from 'test-support/messages'
import { acting, saveUser } from 'test-support/users'

import { assignConversation } from 'src/lib/conversations/assignConversation'
import { db } from 'src/lib/db'
import { listen } from 'src/lib/live/listen'

let agent: Credentials

beforeEach(async () => {
  await emptyDatabase()
  agent = await keyFor('AGENT')
})

const ASSIGN = `mutation ($id: ID!, $userId: ID) {
  assignConversation(id: $id, userId: $userId) { id assignee { name } updatedAt }
}`

const assign = async (id: string, userId?: string | null) => {
  const { data, errors } = await ask(agent, ASSIGN, { id, userId })
  expect(errors).toBeUndefined()
  return data.assignConversation
}

describe('assignConversation', () => {
  it('hands it over, to one after the other, and to nobody', async () => {
    const [maya, ben] = [await saveUser('Maya'), await saveUser('Ben')]
    const { conversationId: id } = await saveMessage()
    const first = await assign(id, maya.id)
    const second = await assign(id, ben.id)
    const third = await assign(id)
    expect(first.assignee).toEqual({ name: 'Maya' })
    expect(second.assignee).toEqual({ name: 'Ben' })
    expect(third.assignee).toBeNull()
    expect(first.updatedAt < second.updatedAt).toBe(true)
    expect(second.updatedAt < third.updatedAt).toBe(true)
    const by = { actorId: null, actorName: 'a program that is AGENT' }
    expect(await entriesOf(id)).toMatchObject([
      { kind: 'ASSIGNED', subjectId: maya.id, ...by },
      { kind: 'ASSIGNED', subjectId: ben.id, ...by },
      { kind: 'UNASSIGNED', subjectId: ben.id, ...by },
    ])
  })

  it('tells every screen, once, with the entry of who did it', async () => {
    const [maya, ben] = [await saveUser('Maya'), await saveUser('Ben')]
    const { conversationId } = await saveMessage()
    const other = await saveMessage({ contact: newNumber() })
    const events = firstOf(
      3,
      listen(['conversationChanged', 'threadEntryAdded'])
    )
    await assignConversation(conversationId, ben.id, acting(maya))
    await assignConversation(conversationId, ben.id, acting(ben))
    await assignConversation(other.conversationId, ben.id, acting(ben))
    const [entry] = await entriesOf(conversationId)
    expect(entry).toMatchObject({ actorId: maya.id, actorName: 'Maya' })
    expect(await events).toEqual([
      { kind: 'conversationChanged', conversationId, isNew: false },
      { kind: 'threadEntryAdded', conversationId, entryId: entry.id },
      {
        kind: 'conversationChanged',
        conversationId: other.conversationId,
        isNew: false,
      },
    ])
  })

  it('ends the same where ten do the same at once: one entry, one answer', async () => {
    const maya = await saveUser('Maya')
    const { conversationId: id } = await saveMessage()
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => assign(id, maya.id))
    )
    expect(answers).toEqual(Array(10).fill(answers[0]))
    expect(await kindsOf(id)).toEqual(['ASSIGNED'])
  })

  it('ends as the last entry says where ten hand it to different people at once', async () => {
    const people = await Promise.all(
      Array.from({ length: 10 }, (_, n) => saveUser(`Agent${n}`))
    )
    const { conversationId: id } = await saveMessage()
    await Promise.all(people.map((person) => assign(id, person.id)))
    const entries = await entriesOf(id)
    const { assigneeId } = await db.conversation.findUniqueOrThrow({
      where: { id },
    })
    expect(entries).toHaveLength(10)
    expect(assigneeId).toBe(entries[9].subjectId)
  })

  it.each(STRANGE)('finds nobody to hand it to: "%.40s"', async (userId) => {
    const { conversationId: id } = await saveMessage()
    expect(codeOf(await ask(agent, ASSIGN, { id, userId }))).toBe(
      'BAD_USER_INPUT'
    )
    expect(await kindsOf(id)).toEqual([])
  })

  it('hands nothing to who may only read', async () => {
    const viewer = await saveUser('Vera', 'VIEWER')
    const { conversationId: id } = await saveMessage()
    const answer = await ask(agent, ASSIGN, { id, userId: viewer.id })
    expect(codeOf(answer)).toBe('BAD_USER_INPUT')
    expect(answer.errors?.[0].message).toContain('only read')
  })

  it.each(STRANGE)('finds nothing to hand over: "%.40s"', async (id) => {
    const maya = await saveUser('Maya')
    const answer = await ask(agent, ASSIGN, { id, userId: maya.id })
    expect(codeOf(answer)).toBe('NOT_FOUND')
  })

  it('leaves the conversation, and its entries, when somebody goes', async () => {
    const maya = await saveUser('Maya')
    const { conversationId: id } = await saveMessage()
    await assignConversation(id, maya.id, acting(maya))
    await db.user.delete({ where: { id: maya.id } })
    expect(await entriesOf(id)).toMatchObject([
      { kind: 'ASSIGNED', actorId: null, actorName: 'Maya', subjectId: null },
      { kind: 'UNASSIGNED', actorName: null, subjectId: null },
    ])
  })
})
