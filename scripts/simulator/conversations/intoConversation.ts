import type { SimulatedMessage } from '../network/messages'
import type { PhoneNetwork } from '../network/network'

import { addMessage } from './changeMessage'

/**
 * What a phone writes to the number of a conversation that it takes part in goes there, and not to the number's webhook.
 *
 * @returns whether it did
 */
export function intoConversation(
  network: PhoneNetwork,
  { sid, from, to, body, media }: SimulatedMessage
): boolean {
  const found = network.conversations.bound(from ?? '', to)
  if (!found) return false
  const { conversation, participant } = found
  addMessage(
    network,
    conversation,
    { author: from ?? '', body, media, channelMessageSid: sid },
    { source: participant.binding?.type === 'whatsapp' ? 'WHATSAPP' : 'SMS' }
  )
  return true
}
