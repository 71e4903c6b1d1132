import { emptyDatabase } from 'test-support/emptyDatabase'
import { ask, codeOf, keyFor } from 'test-support/graphql'
import { saveUser } from 'test-support/users'

import type { CurrentUser } from 'src/lib/auth'

import { me } from './users'

beforeEach(emptyDatabase)

it('users are all who work here, in the order of their names', async () => {
  await saveUser('Vera', 'VIEWER')
  await saveUser('Ada', 'ADMIN')
  await saveUser('Maya')
  const { data } = await ask(
    await keyFor('VIEWER'),
    '{ users { name role email } }'
  )
  expect(data.users).toEqual([
    { name: 'Ada', role: 'ADMIN', email: 'ada@example.com' },
    { name: 'Maya', role: 'AGENT', email: 'maya@example.com' },
    { name: 'Vera', role: 'VIEWER', email: 'vera@example.com' },
  ])
})

describe('me', () => {
  it('is who asks', async () => {
    const { id, email, name } = await saveUser('Maya')
    const maya: CurrentUser = {
      id,
      email,
      name,
      kind: 'user',
      roles: ['AGENT'],
    }
    mockCurrentUser(maya as never)
    expect(await me()).toMatchObject({ id, name: 'Maya' })
  })

  it('is nobody where a program asks', async () => {
    const answer = await ask(await keyFor('ADMIN'), '{ me { id } }')
    expect(codeOf(answer)).toBe('BAD_USER_INPUT')
  })
})
