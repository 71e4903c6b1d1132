import type { Message } from '@prisma/client'
import pLimit from 'p-limit'

import { publish } from 'src/lib/live/publish'
import { OPTED_OUT_CODE } from 'src/lib/messaging/consentWords'
import { isTooNearForTwilio } from 'src/lib/messaging/schedule'
import { countAttempt } from 'src/lib/metrics/messages'
import { traced } from 'src/lib/tracing/traced'
import { createChatMessage } from 'src/lib/twilio/createChatMessage'
import { createTwilioMessage } from 'src/lib/twilio/createTwilioMessage'

import { attempt } from './attempt'
import { type Claim, claimMessage, isFresh } from './claimMessage'
import { TOO_LATE_CODE, untilDeadline } from './deadline'
import { type Changed, expireLease } from './expireLease'
import { linksTo } from './mediaOf'
import type { Outcome } from './outcome'
import { postpone } from './postpone'
import { settle } from './settle'
import { isStopping, noteAttempt, waitUntil } from './underway'

/**
 * Calls to Twilio under way at once: it limits their number, not their rate (https://www.twilio.com/docs/api/errors/20429).
 */
const limit = pLimit(20)

const callTwilio = (
  { message, attempt: number }: Claim,
  call: Parameters<typeof attempt>[0]
) =>
  traced(
    'twilio create message',
    { messageId: message.id, channel: message.channel, attempt: number },
    () => attempt(call)
  )

const take = async (claim: Claim): Promise<Outcome> => {
  const now = new Date()
  if (untilDeadline(claim.message, now) <= 0) {
    const errorDetail = 'It could not be sent in time'
    return { kind: 'refused', errorCode: TOO_LATE_CODE, errorDetail }
  }
  if (claim.optedOut) {
    const errorDetail = 'The contact opted out before it was sent'
    return { kind: 'refused', errorCode: OPTED_OUT_CODE, errorDetail }
  }
  if (!isFresh(claim)) {
    return { kind: 'notProcessed', reason: 'it had to wait for its turn' }
  }
  if (isStopping()) {
    return { kind: 'notProcessed', reason: 'its sender stops' }
  }
  const { sendAt, messagingServiceSid } = claim.message
  if (messagingServiceSid && sendAt && isTooNearForTwilio(sendAt, now)) {
    const reason = 'Twilio schedules five minutes ahead at least'
    return { kind: 'notProcessed', reason, at: sendAt }
  }
  if (claim.message.channel === 'CHAT') {
    return callTwilio(claim, () => createChatMessage(claim.message))
  }
  const mediaUrls = linksTo(claim.message.media, sendAt, now)
  return callTwilio(claim, () =>
    createTwilioMessage({ ...claim.message, mediaUrls })
  )
}

const send = async (claim: Claim) => {
  // Not within the limit: what waits for its turn keeps nobody else waiting.
  await waitUntil(claim.takenAt)
  return limit(async () => {
    const outcome = await take(claim)
    const { channel, messagingServiceSid, from } = claim.message
    countAttempt({ channel, sender: messagingServiceSid ?? from }, outcome)
    return settle(claim, outcome)
  })
}

const tell = ({ messageId, conversationId }: Changed) =>
  publish({ kind: 'messageStatusChanged', messageId, conversationId })

/**
 * Takes a claimed message to Twilio, at most once.
 *
 * The claim is a lease by the database's clock; its outcome is written only while the lease is ours, so that a worker
 * that was presumed dead can't overwrite its successor.
 *
 * @returns the message as it is then, where Twilio took it
 */
export async function dispatchClaimed(claim: Claim): Promise<Message | null> {
  const settled = await noteAttempt(send(claim))
  const { id: messageId, conversationId } = claim.message
  tell({ messageId, conversationId })
  return settled
}

/** Claims a message that waits, and takes it to Twilio. */
export async function dispatch(messageId: string): Promise<void> {
  const claim = await claimMessage(messageId)
  if (claim) {
    await dispatchClaimed(claim)
    return
  }
  // Sent, canceled, or in other hands: perhaps in those of somebody who died.
  const expired = await expireLease(messageId)
  if (expired) {
    tell(expired)
  } else {
    await postpone(messageId)
  }
}
