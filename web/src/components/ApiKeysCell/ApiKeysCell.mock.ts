import type { ApiKeyFields } from 'types/graphql'

const aKey = (own: Partial<ApiKeyFields>): ApiKeyFields => ({
  __typename: 'ApiKey',
  id: 'k1',
  name: 'Report',
  prefix: 'hg_abcdefgh',
  role: 'AGENT',
  scopes: ['READ', 'SEND'],
  createdAt: '2026-03-01T10:00:00Z',
  expiresAt: null,
  lastUsedAt: null,
  revokedAt: null,
  ...own,
})

export const standard = () => ({
  apiKeys: [
    aKey({}),
    aKey({ id: 'k2', name: 'Trial', expiresAt: '2020-01-01T00:00:00Z' }),
    aKey({ id: 'k3', name: 'Old', revokedAt: '2026-03-02T00:00:00Z' }),
  ],
})
