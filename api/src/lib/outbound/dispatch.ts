import pLimit from 'p-limit'

import { publish } from 'src/lib/live/publish'
import { createTwilioMessage } from 'src/lib/twilio/createTwilioMessage'

import { attempt } from './attempt'
import { type Claim, claimMessage, isFresh } from './claimMessage'
import { TOO_LATE_CODE, untilDeadline } from './deadline'
import { type Changed, expireLease } from './expireLease'
import type { Outcome } from './outcome'
import { postpone } from './postpone'
import { settle } from './settle'

/**
 * Calls to Twilio under way at once: it limits their number, not their rate (https://www.twilio.com/docs/api/errors/20429).
 */
const limit = pLimit(20)

const take = async (claim: Claim): Promise<Outcome> => {
  if (untilDeadline(claim.message, new Date()) <= 0) {
    const errorDetail = 'It could not be sent in time'
    return { kind: 'refused', errorCode: TOO_LATE_CODE, errorDetail }
  }
  if (!isFresh(claim)) {
    return { kind: 'notProcessed', reason: 'it had to wait for its turn' }
  }
  return attempt(() => createTwilioMessage(claim.message))
}

const tell = (changed: Changed | null | void) => {
  if (changed) {
    publish({ kind: 'messageStatusChanged', ...changed })
  }
}

/**
 * Takes a claimed message to Twilio, at most once.
 *
 * The claim is a lease by the database's clock; its outcome is written only while the lease is ours, so that a worker
 * that was presumed dead can't overwrite its successor.
 */
export async function dispatchClaimed(claim: Claim): Promise<void> {
  tell(await limit(async () => settle(claim, await take(claim))))
}

/** Claims a message that waits, and takes it to Twilio. */
export async function dispatch(messageId: string): Promise<void> {
  const claim = await claimMessage(messageId)
  if (claim) {
    return dispatchClaimed(claim)
  }
  // Sent, canceled, or in other hands: perhaps in those of somebody who died.
  tell((await expireLease(messageId)) ?? (await postpone(messageId)))
}
