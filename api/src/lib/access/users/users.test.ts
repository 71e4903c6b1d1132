import { emptyDatabase } from 'test-support/emptyDatabase'
import { ask, codeOf, keyFor, NOBODY } from 'test-support/graphql'
import { askAuth, logIn } from 'test-support/login'

import { createUser } from 'src/lib/access/createUser'
import { db } from 'src/lib/db'

const PASSWORD = 'correct horse battery'

const INVITE = `mutation ($input: UserInput!) {
  inviteUser(input: $input) {
    link account { id email role isInvited invitedUntil }
  }
}`
const RENEW = 'mutation ($id: ID!) { renewInvitation(id: $id) { link } }'
const ACCEPT = `mutation ($token: String!, $password: String!) {
  acceptInvitation(token: $token, password: $password)
}`
const CHANGE = `mutation ($id: ID!, $change: UserChange!) {
  changeUser(id: $id, change: $change) { role deactivatedAt }
}`

let admin: Awaited<ReturnType<typeof keyFor>>

beforeEach(async () => {
  await emptyDatabase()
  await createUser({ email: 'root@example.com', role: 'ADMIN' })
  admin = await keyFor('ADMIN')
})

const invite = async (email = 'Maya@example.com') => {
  const input = { email, role: 'AGENT', name: 'Maya' }
  const { data } = await ask(admin, INVITE, { input })
  const { link, account } = data.inviteUser
  return { account, token: link.split('#')[1] as string }
}

const accept = (token: string, password = PASSWORD) =>
  ask(NOBODY, ACCEPT, { token, password })

const change = (id: string, what: object) =>
  ask(admin, CHANGE, { id, change: what })

describe('an invitation', () => {
  it('sets the password, once, and lets in', async () => {
    const { account, token } = await invite()
    expect(account).toMatchObject({ email: 'maya@example.com', role: 'AGENT' })
    expect(account.isInvited).toEqual(true)
    expect(JSON.stringify(await db.user.findMany())).not.toContain(token)
    const { data } = await accept(token)
    expect(data.acceptInvitation).toEqual('maya@example.com')
    await logIn('maya@example.com', PASSWORD)
    expect(codeOf(await accept(token))).toEqual('BAD_USER_INPUT')
  })

  it('lets nobody in before', async () => {
    await invite()
    for (const password of [' ', '|||', 'anything at all']) {
      const answer = await askAuth({
        method: 'login',
        username: 'maya@example.com',
        password,
      })
      expect(answer.statusCode).toEqual(400)
    }
  })

  it.each([
    ['has expired', { resetTokenExpiresAt: new Date(0) }],
    ['is of who left', { deactivatedAt: new Date(0) }],
  ])('that %s is worth nothing', async (_what, data) => {
    const { account, token } = await invite()
    await db.user.update({ where: { id: account.id }, data })
    expect(codeOf(await accept(token))).toEqual('BAD_USER_INPUT')
  })

  it('is taken back by deactivating who has it, also where they are activated again', async () => {
    const { account, token } = await invite()
    await change(account.id, { isActive: false })
    await change(account.id, { isActive: true })
    expect(codeOf(await accept(token))).toEqual('BAD_USER_INPUT')
    const { data } = await ask(admin, RENEW, { id: account.id })
    const next = data.renewInvitation.link.split('#')[1]
    expect((await accept(next)).errors).toBeUndefined()
  })

  it('that was made anew ends the one before, and the logins by the old password', async () => {
    const { account, token } = await invite()
    await accept(token)
    const session = await logIn('maya@example.com', PASSWORD)
    const { data } = await ask(admin, RENEW, { id: account.id })
    const next = data.renewInvitation.link.split('#')[1]
    await accept(next, 'an apple under the bridge')
    const { errors } = await ask(session, '{ me { id } }')
    expect(errors?.[0].extensions?.code).toEqual('UNAUTHENTICATED')
    await logIn('maya@example.com', 'an apple under the bridge')
  })

  it.each(['', 'x', '\0'])('is not %j', async (token) => {
    expect(codeOf(await accept(token))).toEqual('BAD_USER_INPUT')
  })

  it('takes no weak password', async () => {
    const { token } = await invite()
    expect(codeOf(await accept(token, 'password123'))).toEqual('BAD_USER_INPUT')
    expect((await accept(token)).errors).toBeUndefined()
  })

  it('is for an address that nobody has', async () => {
    const input = { email: 'ROOT@example.com', role: 'AGENT' }
    expect(codeOf(await ask(admin, INVITE, { input }))).toEqual(
      'BAD_USER_INPUT'
    )
  })
})

describe('an account', () => {
  it('that is deactivated lets nobody in, until it is activated', async () => {
    const { account, token } = await invite()
    await accept(token)
    const session = await logIn('maya@example.com', PASSWORD)
    await change(account.id, { isActive: false })
    const { errors } = await ask(session, '{ me { id } }')
    expect(errors?.[0].extensions?.code).toEqual('UNAUTHENTICATED')
    await expect(logIn('maya@example.com', PASSWORD)).rejects.toThrow(/Wrong/)
    const { data } = await ask(admin, '{ users { email } }')
    expect(data.users).toEqual([{ email: 'root@example.com' }])
    await change(account.id, { isActive: true })
    await logIn('maya@example.com', PASSWORD)
  })

  it('gets another role', async () => {
    const { account } = await invite()
    const { data } = await change(account.id, { role: 'VIEWER' })
    expect(data.changeUser.role).toEqual('VIEWER')
  })

  it.each([{ role: 'AGENT' }, { isActive: false }])(
    'of the last administrator does not become %j',
    async (what) => {
      // An administrator who has never logged in is none.
      const input = { email: 'next@example.com', role: 'ADMIN' }
      await ask(admin, INVITE, { input })
      const { id } = await db.user.findUniqueOrThrow({
        where: { email: 'root@example.com' },
      })
      expect(codeOf(await change(id, what))).toEqual('CONFLICT')
      expect(await db.user.findUnique({ where: { id } })).toMatchObject({
        role: 'ADMIN',
        deactivatedAt: null,
      })
    }
  )

  it('of two administrators who take each other away at once, one stays', async () => {
    await createUser({ email: 'other@example.com', role: 'ADMIN' })
    const users = await db.user.findMany()
    await Promise.all(users.map(({ id }) => change(id, { role: 'AGENT' })))
    expect(await db.user.count({ where: { role: 'ADMIN' } })).toEqual(1)
  })

  it('that is nobody’s is not there', async () => {
    expect(codeOf(await change('none', { role: 'AGENT' }))).toEqual('NOT_FOUND')
  })
})
