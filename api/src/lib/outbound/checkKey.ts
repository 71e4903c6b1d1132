import { isStorable } from 'src/lib/database/isStorable'
import { badUserInput } from 'src/lib/errors'

const LONGEST_KEY = 200

/**
 * The key by which two sends are one.
 *
 * @throws BAD_USER_INPUT: it is too long, or no text
 */
export function checkKey(
  idempotencyKey: string | null | undefined
): string | undefined {
  if (idempotencyKey && idempotencyKey.length > LONGEST_KEY) {
    throw badUserInput(
      `An idempotency key has ${LONGEST_KEY} characters at most.`
    )
  }
  if (idempotencyKey && !isStorable(idempotencyKey)) {
    throw badUserInput('This idempotency key is no text.')
  }
  return idempotencyKey || undefined
}
