import { randomBytes } from 'node:crypto'

import type { Role, User } from '@prisma/client'

import { createUser, refuseWeak } from 'src/lib/access/createUser'
import { hashPassword } from 'src/lib/access/passwords/hashing'
import { endSessions } from 'src/lib/access/sessions/sessions'
import { sql } from 'src/lib/database/sql'
import { db } from 'src/lib/db'
import { badUserInput, NotFoundError } from 'src/lib/errors'

import { hashOf } from './findInvited'

const DAYS = 7

export interface Invited {
  user: User
  /** What the link brings, once: only its hash is kept. */
  token: string
}

/**
 * A link for somebody who is a user already: to set the password for the first time, or anew where it was forgotten. The
 * one before is worth nothing from then on.
 */
export async function makeLink(id: string): Promise<Invited> {
  const token = randomBytes(32).toString('base64url')
  await sql.$executeRaw`
    UPDATE "User"
    SET "resetToken" = ${hashOf(token)},
      "resetTokenExpiresAt" = now() + make_interval(days => ${DAYS}::int)
    WHERE id = ${id}::uuid AND "deactivatedAt" IS NULL`
  const user = await db.user.findUnique({ where: { id } })
  if (user?.resetToken !== hashOf(token)) {
    throw new NotFoundError('user')
  }
  return { user, token }
}

/** Makes a user who has no password until the link has set one. */
export async function inviteUser(invited: {
  email: string
  role: Role
  name?: string
}): Promise<Invited> {
  await createUser({ ...invited, isInvited: true })
  const { id } = await db.user.findUniqueOrThrow({
    where: { email: invited.email.trim().toLowerCase() },
  })
  return makeLink(id)
}

/**
 * Sets the password by a link, which works once, and ends all logins.
 *
 * @returns the e-mail address that logs in by it
 * @throws BAD_USER_INPUT
 */
export async function acceptInvitation(token: string, password: string) {
  const resetToken = hashOf(token)
  const user = await db.user.findFirst({
    where: {
      resetToken,
      resetTokenExpiresAt: { gt: new Date() },
      deactivatedAt: null,
    },
  })
  if (!user) {
    throw badUserInput(
      'This link has been used, or it is older than 7 days. An administrator can make a new one.'
    )
  }
  refuseWeak(password, [user.email, user.name])
  const hashed = await hashPassword(password)
  const { count } = await db.user.updateMany({
    where: { id: user.id, resetToken },
    data: { ...hashed, resetToken: null, resetTokenExpiresAt: null },
  })
  if (count === 0) {
    throw badUserInput('This link has just been used.')
  }
  await endSessions(user.id)
  return user.email
}
