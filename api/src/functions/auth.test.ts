import { emptyDatabase } from 'test-support/emptyDatabase'
import { ask, type Credentials, NOBODY, withKey } from 'test-support/graphql'
import { askAuth, cookiesOf, logIn } from 'test-support/login'

import { createApiKey } from 'src/lib/access/apiKeys'
import { createUser } from 'src/lib/access/createUser'
import { sql } from 'src/lib/database/sql'
import { db } from 'src/lib/db'

const EMAIL = 'maya@example.com'
const PASSWORD = 'correct horse battery'

const tryLogIn = (username = EMAIL, password = PASSWORD) =>
  askAuth({ method: 'login', username, password })

const session = () => logIn(EMAIL, PASSWORD)

const WHO = '{ redwood { currentUser } }'

const whoIs = async (credentials: Credentials) => {
  const { data, errors } = await ask(credentials, WHO)
  return errors?.[0].extensions?.code ?? data.redwood.currentUser
}

beforeEach(async () => {
  await emptyDatabase()
  await createUser({
    email: EMAIL,
    role: 'AGENT',
    name: 'Maya',
    password: PASSWORD,
  })
})

describe('a person', () => {
  it('logs in, whatever the case of the address, and is who he is', async () => {
    const answer = await tryLogIn('Maya@Example.COM')
    expect(answer.statusCode).toEqual(200)
    const { id } = await db.user.findFirstOrThrow()
    expect(JSON.parse(answer.body)).toEqual({ id, email: EMAIL })
    expect(await whoIs(await session())).toMatchObject({
      id,
      email: EMAIL,
      name: 'Maya',
      kind: 'user',
      roles: ['AGENT'],
    })
  })

  it('has a cookie that no script reads and that goes nowhere else, over https only', async () => {
    const cookies = cookiesOf(await tryLogIn())
    const [cookie] = cookies.filter((each) => each.startsWith('session'))
    for (const attribute of [
      'HttpOnly',
      'SameSite=Strict',
      'Path=/',
      'Secure',
      'Expires=',
    ]) {
      expect(cookie).toContain(attribute)
    }
    expect(cookie).not.toContain(EMAIL)
  })

  it.each([
    ['a wrong password', EMAIL, 'wrong horse battery'],
    ['somebody who is not there', 'nobody@example.com', PASSWORD],
  ])(
    'is not let in with %s, and not told which',
    async (_what, username, password) => {
      const answer = await tryLogIn(username, password)
      expect(answer.statusCode).toEqual(400)
      expect(JSON.parse(answer.body).error).toEqual('Wrong email or password.')
      expect(
        cookiesOf(answer).some((each) => /^session[^=]*=[^;]/.test(each))
      ).toEqual(false)
    }
  )

  it.each([
    ['', PASSWORD],
    [EMAIL, ''],
    ['  ', '  '],
  ])('is not let in with nothing: "%s" "%s"', async (username, password) => {
    expect((await tryLogIn(username, password)).statusCode).toEqual(400)
  })

  it.each([
    ['a NUL', 'maya@example.com\0', PASSWORD],
    ['no string', { contains: '' } as unknown as string, PASSWORD],
    ['no password', EMAIL, { contains: '' } as unknown as string],
  ])('is not let in with %s', async (_what, username, password) => {
    const answer = await tryLogIn(username, password)
    expect(answer.statusCode).not.toEqual(200)
    expect(
      cookiesOf(answer).some((each) => /^session[^=]*=[^;]/.test(each))
    ).toEqual(false)
  })

  it.each([
    'signup',
    'forgotPassword',
    'resetPassword',
    'validateResetToken',
    'webAuthnRegOptions',
    'webAuthnRegister',
    'webAuthnAuthOptions',
    'webAuthnAuthenticate',
    '__proto__',
  ])('can’t do what is none of ours: %s', async (method) => {
    const body = { method, username: 'new@example.com', password: PASSWORD }
    const answer = await askAuth({ ...body, resetToken: 'x' })
    expect([answer.statusCode, answer.body]).toEqual([404, undefined])
    expect(await db.user.count()).toEqual(1)
  })

  it('is told that what is no JSON is none', async () => {
    const answer = await askAuth('{"method":')
    expect(answer.statusCode).toEqual(400)
  })

  it('stays logged in while the database is away, and is told nothing of it', async () => {
    const { cookie } = await session()
    jest
      .spyOn(sql, '$queryRaw')
      .mockRejectedValue(new Error('connect ECONNREFUSED 10.0.0.1:5432'))
    const answers = await Promise.all(
      ['getToken', 'login', 'logout'].map((method) =>
        method === 'getToken'
          ? askAuth('', { cookie, query: { method } })
          : askAuth({ method, username: EMAIL, password: PASSWORD }, { cookie })
      )
    )
    jest.restoreAllMocks()
    for (const answer of answers) {
      expect(answer.statusCode).toEqual(503)
      expect(answer.body).not.toContain('10.0.0.1')
      expect(cookiesOf(answer).filter(Boolean)).toEqual([])
    }
  })

  it('has the rights that he has now, not those of when he logged in', async () => {
    const credentials = await session()
    await db.user.updateMany({ data: { role: 'VIEWER' } })
    expect(await whoIs(credentials)).toMatchObject({ roles: ['VIEWER'] })
    await db.user.deleteMany()
    expect(await whoIs(credentials)).toEqual('UNAUTHENTICATED')
  })

  it('is nobody with a cookie that was tampered with', async () => {
    const { cookie, ...credentials } = await session()
    expect(
      await whoIs({
        ...credentials,
        cookie: cookie.replace(
          /=(.)/,
          (_all, first) => `=${first === 'A' ? 'B' : 'A'}`
        ),
      })
    ).toEqual('UNAUTHENTICATED')
    expect(await whoIs({ ...credentials, cookie: '' })).toEqual(
      'UNAUTHENTICATED'
    )
    expect(
      await whoIs({ ...credentials, cookie: 'session_8911=nonsense' })
    ).toEqual('UNAUTHENTICATED')
  })
})

describe('a program', () => {
  it('is who its key says, and its use is noted', async () => {
    const key = await createApiKey('nightly report', 'VIEWER')
    expect(await whoIs(withKey(key))).toMatchObject({
      kind: 'apiKey',
      name: 'nightly report',
      email: null,
      roles: ['VIEWER'],
    })
    const { lastUsedAt } = await db.apiKey.findFirstOrThrow()
    expect(lastUsedAt).not.toBeNull()
    await whoIs(withKey(key))
    expect((await db.apiKey.findFirstOrThrow()).lastUsedAt).toEqual(lastUsedAt)
  })

  it.each(['', 'hg_', 'hg_unknown', '\0', 'x'.repeat(10_000)])(
    'is nobody with "%.20s"',
    async (key) => {
      await createApiKey('another', 'ADMIN')
      const code = await whoIs({
        'auth-provider': 'apiKey',
        authorization: `Bearer ${key || 'x'}`,
      }).catch(
        // A header can't hold it.
        () => 'UNAUTHENTICATED'
      )
      expect(code).toEqual('UNAUTHENTICATED')
    }
  )

  it('is nobody with a hash that was stolen from the database, or with a revoked key', async () => {
    const key = await createApiKey('stolen', 'ADMIN')
    const { hash } = await db.apiKey.findFirstOrThrow()
    expect(await whoIs(withKey(hash))).toEqual('UNAUTHENTICATED')
    await db.apiKey.updateMany({ data: { revokedAt: new Date() } })
    expect(await whoIs(withKey(key))).toEqual('UNAUTHENTICATED')
  })
})

it('is nobody without a session and without a key', async () => {
  expect(await whoIs(NOBODY)).toEqual('UNAUTHENTICATED')
  expect(await whoIs({ authorization: 'Bearer x' })).toEqual('UNAUTHENTICATED')
  expect(
    await whoIs({ authorization: 'Basic eDp4', 'auth-provider': 'dbAuth' })
  ).toEqual('UNAUTHENTICATED')
})
