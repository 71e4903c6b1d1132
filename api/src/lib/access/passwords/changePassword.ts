import { refuseWeak } from 'src/lib/access/createUser'
import { attemptOwnPassword } from 'src/lib/access/login/loginThrottle'
import { endSessions } from 'src/lib/access/sessions/sessions'
import { db } from 'src/lib/db'
import { badUserInput, RateLimitedError } from 'src/lib/errors'

import { hashPassword, isPassword } from './hashing'

interface Change {
  userId: string
  /** The login that stays. */
  sessionId?: string
  current: string
  next: string
}

/**
 * Changes somebody's own password, and ends the other logins.
 *
 * @throws BAD_USER_INPUT, RATE_LIMITED (the present password was guessed at too often)
 */
export async function changePassword({
  userId,
  sessionId,
  current,
  next,
}: Change) {
  const user = await db.user.findUniqueOrThrow({ where: { id: userId } })
  // Whoever has found an open page must not try passwords at it; that keeps nobody from logging in.
  const attempt = await attemptOwnPassword(userId)
  if (attempt.wait > 0) {
    throw new RateLimitedError()
  }
  if (!(await isPassword(current, user))) {
    throw badUserInput('The present password is another one.')
  }
  await attempt.succeed()
  refuseWeak(next, [user.email, user.name])
  const hashed = await hashPassword(next)
  await db.user.update({ where: { id: userId }, data: hashed })
  return endSessions(userId, sessionId)
}
