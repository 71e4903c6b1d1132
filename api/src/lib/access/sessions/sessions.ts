import type { Role, User } from '@prisma/client'

import { config } from 'src/lib/config/config'
import { sql } from 'src/lib/database/sql'
import { db } from 'src/lib/db'
import { publish } from 'src/lib/live/publish'

/** So long is known from where somebody logs in. */
const PLACE_DAYS = 90

/** Remembers from where somebody logs in, also when the login has ended: who guesses elsewhere locks nobody out there. */
const notePlace = (userId: string, network: string) => sql.$executeRaw`
  WITH forgotten AS (
    DELETE FROM "LoginPlace"
    WHERE "userId" = ${userId}::uuid AND network <> ${network}
      AND "seenAt" < now() - make_interval(days => ${PLACE_DAYS}::int)
  )
  INSERT INTO "LoginPlace" ("userId", network) VALUES (${userId}::uuid, ${network})
  ON CONFLICT ("userId", network) DO UPDATE SET "seenAt" = now()`

/**
 * Begins a login. What has ended by itself is forgotten on this occasion.
 *
 * @param address the network that it comes from
 */
export async function startSession(userId: string, address?: string) {
  const [{ id }] = await Promise.all([
    db.session.create({ data: { userId, address }, select: { id: true } }),
    address && notePlace(userId, address),
    sql.$executeRaw`
      DELETE FROM "Session"
      WHERE "userId" = ${userId}::uuid
        AND (
          "seenAt" < now() - make_interval(hours => ${config.sessionIdleHours}::int)
          OR "createdAt" < now() - make_interval(days => ${config.sessionMaxDays}::int)
        )`,
  ])
  return id
}

export type SessionUser = Pick<
  User,
  'id' | 'email' | 'name' | 'role' | 'settings'
>

const UUID = /^[0-9a-f-]{36}$/

/** Whose login this is, while it lasts; notes that it is used, once a minute at most. */
export async function findSession(id: unknown): Promise<SessionUser | null> {
  if (typeof id !== 'string' || !UUID.test(id)) {
    return null
  }
  const [user] = await sql.$queryRaw<(SessionUser & { isToNote: boolean })[]>`
    SELECT u.id, u.email, u.name, u.role, u.settings,
      s."seenAt" < now() - interval '1 minute' AS "isToNote"
    FROM "Session" s
    JOIN "User" u ON u.id = s."userId"
    WHERE s.id = ${id}::uuid
      AND u."deactivatedAt" IS NULL
      AND s."seenAt" > now() - make_interval(hours => ${config.sessionIdleHours}::int)
      AND s."createdAt" > now() - make_interval(days => ${config.sessionMaxDays}::int)`
  if (!user) {
    return null
  }
  const { isToNote, ...found } = user
  if (isToNote) {
    await sql.$executeRaw`UPDATE "Session" SET "seenAt" = now() WHERE id = ${id}::uuid`
  }
  return found
}

/** Those of the logins that last, each with the role that it gives. */
export const areLasting = (ids: readonly string[]) => sql.$queryRaw<
  { id: string; role: Role }[]
>`
    SELECT s.id, u.role
    FROM "Session" s
    JOIN "User" u ON u.id = s."userId"
    WHERE s.id = ANY (${ids}::uuid[])
      AND u."deactivatedAt" IS NULL
      AND s."seenAt" > now() - make_interval(hours => ${config.sessionIdleHours}::int)
      AND s."createdAt" > now() - make_interval(days => ${config.sessionMaxDays}::int)`

/** Ends one login: its cookie is worth nothing from then on. */
export async function endSession(id: string) {
  await db.session.deleteMany({ where: { id } })
  publish({ kind: 'rightsChanged' })
}

/** Ends all logins of somebody, or all but one. */
export async function endSessions(userId: string, butOne?: string) {
  const { count } = await db.session.deleteMany({
    where: { userId, id: butOne ? { not: butOne } : undefined },
  })
  publish({ kind: 'rightsChanged' })
  return count
}
