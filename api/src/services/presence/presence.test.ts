import { emptyDatabase } from 'test-support/emptyDatabase'
import { ask, type Credentials, keyFor, open } from 'test-support/graphql'
import { askAuth, logIn } from 'test-support/login'
import { v7 as newId } from 'uuid'

import { createUser } from 'src/lib/access/createUser'
import { db } from 'src/lib/db'

import { setPresence } from './presence'

const HERE = `subscription {
  inboxChanged { ... on PresenceChanged { conversationId people { user { name } isTyping } } }
}`

let program: Credentials
let conversationId: string

beforeEach(async () => {
  await emptyDatabase()
  program = await keyFor('VIEWER')
  conversationId = newId()
  for (const [name, role] of [
    ['Ada', 'AGENT'],
    ['Vera', 'VIEWER'],
  ] as const) {
    await createUser({ email: `${name}@example.com`, name, role })
  }
})

const says = async (
  name: string,
  where: Partial<Parameters<typeof setPresence>[0]>
) => {
  const { role, ...user } = await db.user.findFirstOrThrow({ where: { name } })
  mockCurrentUser({ ...user, kind: 'user', roles: [role] })
  return setPresence({ conversationId, isTyping: false, ...where })
}

const ada = (isTyping = false) => ({ user: { name: 'Ada' }, isTyping })
const vera = { user: { name: 'Vera' }, isTyping: false }

it('tells live who comes, who types and who goes, and a newcomer who is there', async () => {
  const stream = await open(program, HERE)
  const peopleNow = async () => (await stream.next()).data.inboxChanged

  expect(await says('Ada', {})).toBe(true)
  expect(await peopleNow()).toEqual({ conversationId, people: [ada()] })
  await says('Ada', { isTyping: true })
  expect(await peopleNow()).toEqual({ conversationId, people: [ada(true)] })
  await says('Vera', {})
  expect(await peopleNow()).toEqual({
    conversationId,
    people: [ada(true), vera],
  })

  const { data } = await ask(
    program,
    'query ($id: ID!) { presence(conversationId: $id) { user { name } isTyping } presences { conversationId } }',
    { id: conversationId }
  )
  expect(data.presence).toEqual([ada(true), vera])
  expect(data.presences).toContainEqual({ conversationId })

  await says('Ada', { conversationId: null })
  expect(await peopleNow()).toEqual({ conversationId, people: [vera] })
  await stream.close()
})

it('tells at once that who has logged out is gone', async () => {
  const password = 'correct horse battery'
  await createUser({
    email: 'mia@example.com',
    name: 'Mia',
    role: 'AGENT',
    password,
  })
  const [mine, other] = await Promise.all([
    logIn('mia@example.com', password),
    logIn('mia@example.com', password),
  ])
  const stream = await open(program, HERE)
  const namesNow = async () => {
    const { data } = await stream.next()
    const { people } = data.inboxChanged as {
      people: { user: { name: string } }[]
    }
    return people.map(({ user }) => user.name)
  }
  const looksAt = (credentials: Credentials, tab: string, id: string) =>
    ask(
      credentials,
      'mutation ($id: ID!, $tab: String!) { setPresence(conversationId: $id, isTyping: false, tab: $tab) }',
      { id, tab }
    )
  const elsewhere = newId()
  await looksAt(mine, 'mine', conversationId)
  expect(await namesNow()).toEqual(['Mia'])
  await looksAt(other, 'other', elsewhere)
  expect(await namesNow()).toEqual(['Mia'])

  await askAuth({ method: 'logout' }, { cookie: mine.cookie })
  expect(await namesNow()).toEqual([])
  const { data } = await ask(
    program,
    'query ($id: ID!) { presence(conversationId: $id) { user { name } } }',
    { id: elsewhere }
  )
  expect(data.presence).toEqual([{ user: { name: 'Mia' } }])
  await stream.close()
})

it('shows who may only read as looking, never as typing', async () => {
  await says('Vera', { isTyping: true })
  const { data } = await ask(
    program,
    'query ($id: ID!) { presence(conversationId: $id) { user { name } isTyping } }',
    { id: conversationId }
  )
  expect(data.presence).toEqual([vera])
})

it.each([
  ['a program', { kind: 'apiKey' }, newId()],
  ['who is at an id that is none', { kind: 'user' }, 'none'],
])('shows nobody %s', (_who, who, id) => {
  mockCurrentUser({ id: newId(), roles: ['AGENT'], ...who })
  expect(setPresence({ conversationId: id, isTyping: true })).toBe(false)
})
