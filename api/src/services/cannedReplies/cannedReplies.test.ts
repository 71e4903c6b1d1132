import { emptyDatabase } from 'test-support/emptyDatabase'
import { ask, codeOf, type Credentials, keyFor } from 'test-support/graphql'
import { STRANGE } from 'test-support/ids'

import { createUser } from 'src/lib/access/createUser'
import type { CurrentUser } from 'src/lib/auth'
import { db } from 'src/lib/db'

import { createCannedReply } from './cannedReplies'

let agent: Credentials

beforeEach(async () => {
  await emptyDatabase()
  agent = await keyFor('AGENT')
})

const FIELDS = 'id shortcut text createdBy { email } createdAt updatedAt'
const LIST = `{ cannedReplies { ${FIELDS} } }`
const CREATE = `mutation ($shortcut: String!, $text: String!) {
  createCannedReply(shortcut: $shortcut, text: $text) { ${FIELDS} }
}`
const UPDATE = `mutation ($id: ID!, $shortcut: String!, $text: String!) {
  updateCannedReply(id: $id, shortcut: $shortcut, text: $text) { ${FIELDS} }
}`
const DELETE = 'mutation ($id: ID!) { deleteCannedReply(id: $id) { id } }'

const HOURS = { shortcut: 'hours', text: 'We are open from 9 to 5.' }

const create = async (input: object = {}) => {
  const { data, errors } = await ask(agent, CREATE, { ...HOURS, ...input })
  expect(errors).toBeUndefined()
  return data.createCannedReply
}

const kept = () => db.cannedReply.findMany({ orderBy: { shortcut: 'asc' } })

describe('a canned reply', () => {
  it('is made, and listed in the order of the shortcuts', async () => {
    const second = await create()
    const first = await create({ shortcut: 'address', text: 'Main St 1' })
    expect(second).toEqual({
      id: expect.any(String),
      ...HOURS,
      createdBy: null,
      createdAt: expect.stringMatching(/Z$/),
      updatedAt: expect.stringMatching(/Z$/),
    })
    expect(await ask(agent, LIST)).toEqual({
      data: { cannedReplies: [first, second] },
    })
  })

  it('keeps who made it, and stays when they go', async () => {
    await createUser({ email: 'maya@example.com', role: 'AGENT' })
    const { id } = await db.user.findFirstOrThrow()
    const maya: CurrentUser = {
      id,
      kind: 'user',
      email: 'maya@example.com',
      name: null,
      roles: ['AGENT'],
    }
    mockCurrentUser(maya as never)
    await createCannedReply(HOURS)
    const makers = async () => {
      const { data } = await ask(agent, LIST)
      return data.cannedReplies.map(
        ({ createdBy }: { createdBy: unknown }) => createdBy
      )
    }
    expect(await makers()).toEqual([{ email: 'maya@example.com' }])
    await db.user.deleteMany()
    expect(await makers()).toEqual([null])
  })

  it.each([['HOURS'], ['/hours'], ['  /Hours ']])(
    'has the shortcut hours when it is called "%s"',
    async (shortcut) => {
      expect(await create({ shortcut })).toMatchObject({ shortcut: 'hours' })
    }
  )

  it('keeps its text to the letter', async () => {
    const text = '  Dear {name},\n\n¡olé! 👋🏽\t$& {agent}  '
    expect(await create({ text })).toMatchObject({ text })
  })

  it.each([
    ['', 'needs a shortcut'],
    [' / ', 'needs a shortcut'],
    ['two words', 'letters a to z'],
    ['größe', 'letters a to z'],
    ['//hours', 'letters a to z'],
    ['a\0b', 'letters a to z'],
    ['x'.repeat(41), '40 characters at most'],
  ])('is not made with the shortcut "%.20s"', async (shortcut, says) => {
    const answer = await ask(agent, CREATE, { ...HOURS, shortcut })
    expect(codeOf(answer)).toBe('BAD_USER_INPUT')
    expect(answer.errors?.[0].message).toContain(says)
    expect(await kept()).toEqual([])
  })

  it.each([
    ['', 'empty'],
    [' \n ', 'empty'],
    ['x'.repeat(1601), '1601 characters'],
    ['a NUL \0', 'no message can have'],
    ['half an emoji \ud83d', 'no message can have'],
  ])('is not made with the text "%.20s"', async (text, says) => {
    const answer = await ask(agent, CREATE, { ...HOURS, text })
    expect(codeOf(answer)).toBe('BAD_USER_INPUT')
    expect(answer.errors?.[0].message).toContain(says)
    expect(await kept()).toEqual([])
  })

  it('may be as long as a message, under the longest shortcut', async () => {
    const longest = { shortcut: 'x'.repeat(40), text: 'x'.repeat(1600) }
    expect(await create(longest)).toMatchObject(longest)
  })

  it('is one when ten make it at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        ask(agent, CREATE, { ...HOURS, shortcut: n % 2 ? 'hours' : 'HOURS' })
      )
    )
    const refused = answers.filter(({ errors }) => errors)
    expect(refused.map(codeOf)).toEqual(Array(9).fill('BAD_USER_INPUT'))
    expect(refused[0].errors?.[0].message).toContain('has this shortcut')
    expect(await kept()).toHaveLength(1)
  })

  it('is changed, under its own shortcut or another', async () => {
    const { id, updatedAt } = await create()
    const change = (input: object) =>
      ask(agent, UPDATE, { id, ...HOURS, ...input })
    const { data } = await change({ text: 'Closed.' })
    expect(data.updateCannedReply).toMatchObject({ id, text: 'Closed.' })
    expect(data.updateCannedReply.updatedAt > updatedAt).toBe(true)
    await change({ shortcut: 'Closed', text: 'Closed.' })
    expect(await kept()).toMatchObject([{ id, shortcut: 'closed' }])
  })

  it('stays as it was when its change is refused', async () => {
    const { id } = await create()
    await create({ shortcut: 'address' })
    const before = await kept()
    for (const input of [
      { shortcut: 'Address' },
      { shortcut: 'no way' },
      { text: '' },
    ]) {
      const answer = await ask(agent, UPDATE, { id, ...HOURS, ...input })
      expect(codeOf(answer)).toBe('BAD_USER_INPUT')
    }
    expect(await kept()).toEqual(before)
  })

  it('is deleted, once', async () => {
    const { id } = await create()
    expect(await ask(agent, DELETE, { id })).toEqual({
      data: { deleteCannedReply: { id } },
    })
    expect(await kept()).toEqual([])
    expect(codeOf(await ask(agent, DELETE, { id }))).toBe('NOT_FOUND')
  })

  it.each(STRANGE)(
    'is not there to be changed or deleted: "%.40s"',
    async (id) => {
      await create()
      const input = { id, shortcut: 'other', text: 'Other' }
      expect(codeOf(await ask(agent, UPDATE, input))).toBe('NOT_FOUND')
      expect(codeOf(await ask(agent, DELETE, { id }))).toBe('NOT_FOUND')
      expect(await kept()).toMatchObject([HOURS])
    }
  )
})
