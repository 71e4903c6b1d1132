import { db } from 'src/lib/db'

/** Users as administrators see them, all or one. */
export async function findAccounts(id?: string) {
  const users = await db.user.findMany({
    where: { id },
    include: { sessions: { orderBy: { seenAt: 'desc' }, take: 1 } },
    orderBy: [{ name: 'asc' }, { email: 'asc' }],
  })
  return users.map(({ sessions, hashedPassword, ...user }) => ({
    id: user.id,
    email: user.email,
    name: user.name,
    role: user.role,
    createdAt: user.createdAt,
    deactivatedAt: user.deactivatedAt,
    isInvited: !hashedPassword,
    invitedUntil: user.resetTokenExpiresAt,
    lastSeenAt: sessions[0]?.seenAt ?? null,
  }))
}
