import { applyConsent } from '../inbound/consent'
import type { SimulatedMessage } from '../network/messages'
import type { PhoneNetwork } from '../network/network'

import { addMessage } from './changeMessage'

/**
 * What a phone writes to the number of a conversation that it takes part in goes there, and not to the number's webhook.
 * Its words of consent count there as everywhere.
 *
 * @returns whether it did
 */
export function intoConversation(
  network: PhoneNetwork,
  inbound: SimulatedMessage
): boolean {
  const { sid, from, to, body, media } = inbound
  const found = network.conversations.bound(from ?? '', to)
  if (!found) return false
  const { conversation, participant } = found
  applyConsent(network, inbound)
  addMessage(
    network,
    conversation,
    { author: from ?? '', body, media, channelMessageSid: sid },
    { source: participant.binding?.type === 'whatsapp' ? 'WHATSAPP' : 'SMS' }
  )
  return true
}
