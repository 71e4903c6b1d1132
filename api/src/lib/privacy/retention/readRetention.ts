import { isStorable } from 'src/lib/database/isStorable'
import { badUserInput } from 'src/lib/errors'

/** A hundred years. */
const LONGEST = 36_500

export interface RetentionInput {
  /** One of ours; null: all that have none of their own. */
  address?: string | null
  textDays?: number | null
  mediaDays?: number | null
  eventDays?: number | null
}

const readDays = (days: number | null | undefined) => {
  if (days != null && (days < 1 || days > LONGEST)) {
    throw badUserInput(
      `It is kept for a number of days from 1 to ${LONGEST}, or without one for ever.`
    )
  }
  return days ?? null
}

/**
 * What somebody wrote as a retention, fit to be kept.
 *
 * @throws BAD_USER_INPUT
 */
export function readRetention(input: RetentionInput) {
  const address = input.address ?? ''
  if (!isStorable(address)) {
    throw badUserInput('There is no such address.')
  }
  return {
    address,
    textDays: readDays(input.textDays),
    mediaDays: readDays(input.mediaDays),
    eventDays: readDays(input.eventDays),
  }
}
