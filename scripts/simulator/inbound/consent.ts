import type { SimulatedMessage } from '../network/messages'
import type { PhoneNetwork } from '../network/network'

import { optOutTypeOf, type OptOutType } from './keywords'

/**
 * What an inbound message says about consent, put into effect. A block holds between one sender and one
 * customer or, with Advanced Opt-Out, for the whole Messaging Service.
 * https://www.twilio.com/docs/messaging/tutorials/advanced-opt-out
 */
export function applyConsent(
  network: PhoneNetwork,
  { sid, from, body }: SimulatedMessage
): OptOutType | null {
  const type = optOutTypeOf(body)
  if (!type || !from) return null
  // By default the words are those of SMS; Advanced Opt-Out has them on WhatsApp too.
  if (from.startsWith('whatsapp:') && !network.settings.advancedOptOut) {
    return null
  }
  const sender = blockingSender(network)
  if (type === 'STOP') network.optOuts.block(sender, from)
  if (type === 'START') network.optOuts.unblock(sender, from)
  network.air.append('optout', { messageSid: sid, from, optOutType: type })
  return type
}

export const isBlocked = (network: PhoneNetwork, customer: string) =>
  network.optOuts.isBlocked(blockingSender(network), customer)

const blockingSender = ({ account, settings }: PhoneNetwork) =>
  settings.advancedOptOut ? account.messagingServiceSid : account.phoneNumber
