import { addYears } from 'date-fns'

import type { Actor } from 'src/lib/auth'
import { badUserInput } from 'src/lib/errors'

import { changeConversation } from './changeConversation'

const MOST_YEARS = 5

const checkTime = (until: Date, now: Date) => {
  if (until <= now) {
    throw badUserInput('This time is over. Choose one to come.')
  }
  if (until > addYears(now, MOST_YEARS)) {
    throw badUserInput(
      `A conversation can be put away for ${MOST_YEARS} years at most.`
    )
  }
}

/**
 * Puts a conversation away until a time. A trigger has a worker wake it then, in the same transaction.
 *
 * @throws NOT_FOUND, BAD_USER_INPUT (the time is over, or too far away)
 */
export const snoozeConversation = (id: string, until: Date, actor: Actor) =>
  changeConversation(id, actor, async (tx) => {
    checkTime(until, new Date())
    return tx.$executeRaw`
      UPDATE "Conversation" SET status = 'SNOOZED', "snoozedUntil" = ${until}
      WHERE id = ${id}::uuid AND "snoozedUntil" IS DISTINCT FROM ${until}::timestamptz`
  })
