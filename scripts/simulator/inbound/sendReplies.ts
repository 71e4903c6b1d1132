import { acceptMessage } from '../delivery/acceptMessage'
import type { SimulatedMessage } from '../network/messages'
import type { PhoneNetwork } from '../network/network'
import { TwimlError, type TwimlMessage } from '../webhooks/twiml'

import { isBlocked } from './consent'

/** https://www.twilio.com/docs/api/errors/14109 */
const MAX_REPLIES = 10

/** More replies than these between two numbers are a loop: https://www.twilio.com/docs/api/errors/14107 */
const LOOP_REPLIES = 15
const LOOP_MS = 30_000

/** Sends the `<Message>`s of an answer back. Throws `TwimlError`. */
export function sendReplies(
  network: PhoneNetwork,
  inbound: SimulatedMessage,
  replies: TwimlMessage[],
  documentUrl: string
) {
  if (replies.length > MAX_REPLIES) {
    throw new TwimlError(14109, 'More than 10 messages in one answer')
  }
  for (const reply of replies) {
    const to = reply.to ?? inbound.from ?? ''
    acceptMessage(
      network,
      {
        to,
        from: reply.from ?? inbound.to,
        messagingServiceSid: null,
        body: reply.body,
        mediaUrls: reply.mediaUrls.map((url) => new URL(url, documentUrl).href),
        statusCallback: reply.action && new URL(reply.action, documentUrl).href,
        sendAt: null,
        smartEncoded: false,
        direction: 'outbound-reply',
      },
      failureOf(network, to)
    )
  }
}

function failureOf(network: PhoneNetwork, to: string): number | undefined {
  if (isBlocked(network, to)) return 21610
  const since = Date.now() - LOOP_MS
  const recent = network.messages
    .list()
    .filter(
      ({ direction, to: recipient, dateCreated, automatic }) =>
        direction === 'outbound-reply' &&
        !automatic &&
        recipient === to &&
        dateCreated.getTime() > since
    )
  return recent.length >= LOOP_REPLIES ? 14107 : undefined
}
