import { db } from 'api/src/lib/db'

/** Prints the API keys, without what lets in: `yarn rw exec listApiKeys`. */
export default async () => {
  const keys = await db.apiKey.findMany({ orderBy: { createdAt: 'asc' } })
  console.table(
    keys.map(({ id, name, prefix, role, scopes, ...times }) => ({
      id,
      name,
      key: `${prefix}…`,
      role,
      scopes: scopes.join(','),
      used: times.lastUsedAt?.toISOString() ?? 'never',
      expires: times.expiresAt?.toISOString() ?? 'never',
      revoked: times.revokedAt?.toISOString() ?? '',
    }))
  )
}
