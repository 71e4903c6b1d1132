import { createHash } from 'node:crypto'

import { emptyDatabase } from 'test-support/emptyDatabase'

import { UserInputError } from '@redwoodjs/graphql-server'

import { db } from 'src/lib/db'

import { createApiKey, findApiKey, noteUse } from './apiKeys'
import { createUser } from './createUser'
import { parseRole } from './parseRole'
import { isPassword } from './passwords/hashing'
import { parseScopes } from './scopes'

beforeEach(emptyDatabase)

describe('an API key', () => {
  it('is given once, and only its hash is kept', async () => {
    const key = await createApiKey('nightly report', 'VIEWER')
    expect(key).toMatch(/^hg_[\w-]{43}$/)
    const [row] = await db.apiKey.findMany()
    expect(row).toMatchObject({
      name: 'nightly report',
      role: 'VIEWER',
      hash: createHash('sha256').update(key).digest('hex'),
      prefix: key.slice(0, 11),
      lastUsedAt: null,
      revokedAt: null,
    })
    expect(JSON.stringify(row)).not.toContain(key.slice(11))
    expect(await createApiKey('another', 'VIEWER')).not.toEqual(key)
  })

  it('is found while it is valid', async () => {
    const key = await createApiKey('report', 'AGENT')
    expect(await findApiKey(key)).toMatchObject({
      name: 'report',
      role: 'AGENT',
    })
    expect(await findApiKey(`${key}x`)).toBeNull()
    expect(await findApiKey(key.toUpperCase())).toBeNull()
    await db.apiKey.updateMany({ data: { revokedAt: new Date() } })
    expect(await findApiKey(key)).toBeNull()
  })

  it('is noted when it is used, once a minute', async () => {
    const key = await createApiKey('report', 'AGENT')
    const use = async () => {
      const row = await findApiKey(key)
      await noteUse(row as NonNullable<typeof row>)
      return (
        await db.apiKey.findFirstOrThrow()
      ).lastUsedAt?.getTime() as number
    }
    const first = await use()
    expect(await use()).toEqual(first)
    await db.apiKey.updateMany({
      data: { lastUsedAt: new Date(first - 120_000) },
    })
    expect(await use()).toBeGreaterThanOrEqual(first)
  })
})

describe('a user', () => {
  it('has an address in lower case, and a password that is not kept', async () => {
    const password = await createUser({
      email: ' Maya@Example.com ',
      role: 'ADMIN',
      name: 'Maya',
      password: 'correct horse',
    })
    expect(password).toEqual('correct horse')
    const user = await db.user.findFirstOrThrow()
    expect(user).toMatchObject({
      email: 'maya@example.com',
      role: 'ADMIN',
      name: 'Maya',
    })
    expect(await isPassword(password, user)).toEqual(true)
    expect(await isPassword(`${password}!`, user)).toEqual(false)
    expect(JSON.stringify(user)).not.toContain(password)
  })

  it('has a password that was made where none was given', async () => {
    const passwords = [
      await createUser({ email: 'a@example.com', role: 'AGENT' }),
      await createUser({ email: 'b@example.com', role: 'AGENT' }),
    ]
    expect(new Set(passwords).size).toEqual(2)
    for (const password of passwords) {
      expect(password.length).toBeGreaterThanOrEqual(20)
    }
  })

  it.each([
    ['no address', { email: 'maya' }, /"maya" is not an e-mail address/],
    [
      'blanks in it',
      { email: 'maya okafor@example.com' },
      /not an e-mail address/,
    ],
    ['nothing', { email: '' }, /not an e-mail address/],
    ['a short password', { password: 'Tr0ub4dor' }, /at least 10 characters/],
    ['a common password', { password: 'Password123' }, /easily guessed/],
    [
      'the address for a password',
      { password: 'maya@example.com' },
      /easily guessed/,
    ],
    ['an empty password', { password: '' }, /at least 10 characters/],
  ])('is not made of %s', async (_what, change, words) => {
    const made = createUser({
      email: 'maya@example.com',
      role: 'AGENT',
      ...change,
    })
    await expect(made).rejects.toThrow(UserInputError)
    await expect(made).rejects.toThrow(words)
    expect(await db.user.count()).toEqual(0)
  })

  it('is made once', async () => {
    await createUser({ email: 'maya@example.com', role: 'AGENT' })
    const again = createUser({ email: 'MAYA@example.com', role: 'ADMIN' })
    await expect(again).rejects.toThrow('maya@example.com is a user already.')
    expect(await db.user.findMany()).toMatchObject([{ role: 'AGENT' }])
  })
})

describe('scopes, as somebody writes them', () => {
  it.each([
    ['read, SEND', ['READ', 'SEND']],
    [undefined, []],
    ['READ,ALL', null],
    ['', null],
  ])('%j is %j', (written, scopes) => {
    expect(parseScopes(written)).toEqual(scopes)
  })
})

describe('a role, as somebody writes it', () => {
  it.each([
    ['ADMIN', 'ADMIN'],
    ['agent', 'AGENT'],
    ['Viewer', 'VIEWER'],
  ])('%s', (written, role) => {
    expect(parseRole(written)).toEqual(role)
  })

  it.each(['', 'root', 'ADMINS', undefined, null, 1])(
    '%s is none',
    (written) => {
      expect(parseRole(written)).toBeNull()
    }
  )
})
