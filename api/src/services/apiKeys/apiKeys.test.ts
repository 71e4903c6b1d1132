import { emptyDatabase } from 'test-support/emptyDatabase'
import {
  ask,
  codeOf,
  type Credentials,
  keyFor,
  open,
  withKey,
} from 'test-support/graphql'

import { createApiKey } from 'src/lib/access/apiKeys'
import { db } from 'src/lib/db'

const CREATE = `mutation ($input: ApiKeyInput!) {
  createApiKey(input: $input) {
    key apiKey { id name prefix role scopes expiresAt lastUsedAt revokedAt }
  }
}`
const REVOKE = 'mutation ($id: ID!) { revokeApiKey(id: $id) { revokedAt } }'
const LIVE = 'subscription { inboxChanged { __typename } }'

let admin: Credentials

beforeEach(async () => {
  await emptyDatabase()
  admin = await keyFor('ADMIN')
})

const create = async (input: object) => {
  const { data } = await ask(admin, CREATE, { input })
  return data.createApiKey
}

it('a key is made, shown once, and works', async () => {
  const { key, apiKey } = await create({ name: ' Report ', role: 'VIEWER' })
  expect(apiKey).toMatchObject({
    name: 'Report',
    prefix: key.slice(0, 11),
    role: 'VIEWER',
    scopes: ['READ', 'SEND', 'WORK', 'CONFIGURE'],
    expiresAt: null,
  })
  expect((await ask(withKey(key), '{ labels { id } }')).data).toEqual({
    labels: [],
  })
  const { data } = await ask(admin, '{ apiKeys { name prefix } }')
  expect(data.apiKeys).toHaveLength(2)
  expect(JSON.stringify(data)).not.toContain(key.slice(11))
})

it('a key is refused from the moment it is revoked, and its streams end then', async () => {
  const { key, apiKey } = await create({ name: 'stolen', role: 'AGENT' })
  const stream = await open(withKey(key), LIVE)
  const { data } = await ask(admin, REVOKE, { id: apiKey.id })
  expect(data.revokeApiKey.revokedAt).not.toBeNull()
  const { errors } = await ask(withKey(key), '{ labels { id } }')
  expect(errors?.[0].extensions?.code).toEqual('UNAUTHENTICATED')
  await expect(stream.next()).rejects.toThrow()
  await ask(admin, REVOKE, { id: apiKey.id })
  expect(await db.apiKey.findUnique({ where: { id: apiKey.id } })).toEqual(
    expect.objectContaining({
      revokedAt: new Date(data.revokeApiKey.revokedAt),
    })
  )
})

it('a key is refused once it has expired', async () => {
  const key = await createApiKey('trial', 'AGENT', {
    expiresAt: new Date(Date.now() + 3_600_000),
  })
  expect((await ask(withKey(key), '{ labels { id } }')).errors).toBeUndefined()
  await db.apiKey.updateMany({
    where: { name: 'trial' },
    data: { expiresAt: new Date() },
  })
  const { errors } = await ask(withKey(key), '{ labels { id } }')
  expect(errors?.[0].extensions?.code).toEqual('UNAUTHENTICATED')
})

const OPERATIONS = {
  READ: '{ labels { id } }',
  SEND: 'mutation { retryMessage(id: "none") { id } }',
  WORK: 'mutation { deleteLabel(id: "none") { id } }',
  CONFIGURE: '{ apiKeys { id } }',
} as const
type Scope = keyof typeof OPERATIONS

describe.each(Object.keys(OPERATIONS) as Scope[])(
  'a key with the scope %s',
  (scope) => {
    it.each(Object.entries(OPERATIONS))('and %s', async (needed, query) => {
      const key = await createApiKey(scope, 'ADMIN', { scopes: [scope] })
      const { errors = [] } = await ask(withKey(key), query)
      const isDenied = errors.some(
        ({ extensions }) => extensions?.code === 'FORBIDDEN'
      )
      expect(isDenied).toEqual(needed !== scope)
    })
  }
)

it('a scope gives no right that the role has not', async () => {
  const key = await createApiKey('x', 'VIEWER', { scopes: ['CONFIGURE'] })
  const answer = await ask(withKey(key), OPERATIONS.CONFIGURE)
  expect(codeOf(answer)).toEqual('FORBIDDEN')
})

it.each([
  { name: '  ', role: 'AGENT' },
  { name: 'x'.repeat(101), role: 'AGENT' },
  { name: 'late', role: 'AGENT', expiresAt: '2020-01-01T00:00:00Z' },
])('a key is not made of %j', async (input) => {
  expect(codeOf(await ask(admin, CREATE, { input }))).toEqual('BAD_USER_INPUT')
})

it('what is no key can’t be revoked', async () => {
  expect(codeOf(await ask(admin, REVOKE, { id: 'none' }))).toEqual('NOT_FOUND')
})
