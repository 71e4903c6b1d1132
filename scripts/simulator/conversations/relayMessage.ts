import { acceptMessage } from '../delivery/acceptMessage'
import { isBlocked } from '../inbound/consent'
import type { PhoneNetwork } from '../network/network'
import { newSid } from '../network/sids'

import { receiptValues, sendConversationEvent } from './conversationEvent'
import type {
  ConversationMessage,
  Receipt,
  SimulatedConversation,
  SimulatedParticipant,
} from './conversations'

/** Its owner wants nothing from this number: https://www.twilio.com/docs/api/errors/21610 */
const OPTED_OUT = 21610

/** Takes a message to the phone of one who takes part. Whoever is there by an identity reads it in the application. */
export function relayMessage(
  network: PhoneNetwork,
  conversation: SimulatedConversation,
  message: ConversationMessage,
  { sid: participantSid, binding }: SimulatedParticipant
) {
  if (!binding) return
  const now = new Date()
  const { sid } = acceptMessage(
    network,
    {
      to: binding.address,
      from: binding.proxyAddress,
      messagingServiceSid: null,
      body: message.body,
      mediaUrls: [],
      statusCallback: null,
      sendAt: null,
      smartEncoded: false,
      direction: 'outbound-api',
    },
    isBlocked(network, binding.address) ? OPTED_OUT : undefined
  )
  const receipt: Receipt = {
    sid: newSid('DY'),
    participantSid,
    channelMessageSid: sid,
    status: 'queued',
    errorCode: null,
    dateCreated: now,
    dateUpdated: now,
  }
  message.receipts.push(receipt)
  network.conversations.relayed.set(sid, { conversation, message, receipt })
}

/** What Twilio tells of: https://www.twilio.com/docs/conversations/delivery-receipts */
const TOLD = ['sent', 'delivered', 'read', 'failed', 'undelivered']

/** From now on, what becomes of a phone's message is told of as a delivery receipt. */
export const tellReceipts = (network: PhoneNetwork) =>
  network.air.subscribe(({ type, messageSid, messageStatus, errorCode }) => {
    const relayed =
      type === 'status' && network.conversations.relayed.get(String(messageSid))
    const status = String(messageStatus)
    if (!relayed || !TOLD.includes(status)) return
    const { conversation, message, receipt } = relayed
    receipt.status = status
    receipt.errorCode = typeof errorCode === 'number' ? errorCode : null
    receipt.dateUpdated = new Date()
    sendConversationEvent(network, {
      type: 'onDeliveryUpdated',
      conversation,
      origin: null,
      values: receiptValues(message, receipt),
      about: { messageStatus: status },
    })
  })
