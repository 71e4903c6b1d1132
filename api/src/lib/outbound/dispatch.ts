import { publish } from 'src/lib/live/publish'
import { createTwilioMessage } from 'src/lib/twilio/createTwilioMessage'

import { attempt } from './attempt'
import { claimMessage } from './claimMessage'
import { expireLease } from './expireLease'
import { settle } from './settle'

/**
 * Takes one message to Twilio, at most once.
 *
 * The claim is a lease by the database's clock; its outcome is written only while the lease is ours, so that a worker
 * that was presumed dead can't overwrite its successor.
 */
export async function dispatch(messageId: string): Promise<void> {
  const claim = await claimMessage(messageId)
  // Sent, canceled, or in other hands: perhaps in those of somebody who died.
  const changed = claim
    ? await settle(
        claim,
        await attempt(() => createTwilioMessage(claim.message))
      )
    : await expireLease(messageId)
  if (changed) {
    publish({ kind: 'messageStatusChanged', ...changed })
  }
}
