import type { PhoneNetwork } from '../network/network'
import { deliverWithFaults } from '../webhooks/deliverWithFaults'
import type { FormParams } from '../webhooks/signedForm'

import type {
  ConversationMessage,
  Receipt,
  SimulatedConversation,
  SimulatedParticipant,
} from './conversations'

/**
 * Twilio waits 5 s for an answer and takes no connection overrides here. Whether it repeats a post-event it does not say,
 * so it doesn't: https://www.twilio.com/docs/conversations/conversations-webhooks
 */
const CONNECTION = '#ct=5000&rt=5000&rc=0'

/** Who changed something: REST with or without `X-Twilio-Webhook-Enabled`, a phone, or an application's user. */
export interface Origin {
  source: 'API' | 'SMS' | 'WHATSAPP' | 'SDK'
  /** Of REST: its events are sent. */
  enabled?: boolean
}

type Values = Record<string, string | null | undefined>

export interface ConversationEventOrder {
  type: string
  conversation: SimulatedConversation
  origin: Origin | null
  values: Values
  /** What the log says besides. */
  about?: Record<string, unknown>
}

/** The service's own configuration silences the account's. */
const configurationOf = (
  network: PhoneNetwork,
  { chatServiceSid }: SimulatedConversation
) =>
  network.conversations.webhooks.get(chatServiceSid) ??
  network.conversations.webhooks.get(null)

/** Sends one post-event, signed, to where the service or the account is configured to. */
export function sendConversationEvent(
  network: PhoneNetwork,
  { type, conversation, origin, values, about = {} }: ConversationEventOrder
) {
  const configured = configurationOf(network, conversation)
  const url = configured?.postWebhookUrl ?? network.settings.conversationsUrl
  const isWanted = configured?.filters.includes(type) ?? true
  const isSilent = origin?.source === 'API' && !origin.enabled
  if (!url || !isWanted || isSilent) return
  const all: Values = {
    AccountSid: network.account.accountSid,
    EventType: type,
    Source: origin?.source,
    RetryCount: '0',
    ChatServiceSid: conversation.chatServiceSid,
    ConversationSid: conversation.sid,
    ...values,
  }
  const params = Object.fromEntries(
    Object.entries(all).filter(([, value]) => typeof value === 'string')
  ) as FormParams
  network.tasks.background(
    deliverWithFaults(
      network,
      {
        type: 'webhook',
        url: url.split('#')[0] + CONNECTION,
        params,
        about: { eventType: type, conversationSid: conversation.sid, ...about },
      },
      { webhook: 'conversation', body: params.Body }
    )
  )
}

const date = (at: Date | undefined) => at?.toISOString()

export const conversationValues = (
  conversation: SimulatedConversation,
  removed?: Date
): Values => ({
  DateCreated: date(conversation.dateCreated),
  DateUpdated: date(conversation.dateUpdated),
  DateRemoved: date(removed),
  FriendlyName: conversation.friendlyName,
  UniqueName: conversation.uniqueName,
  Attributes: conversation.attributes,
  MessagingServiceSid: conversation.messagingServiceSid,
  State: conversation.state,
})

export const participantValues = (
  participant: SimulatedParticipant,
  change: { updated?: boolean; removed?: Date } = {}
): Values => ({
  ParticipantSid: participant.sid,
  DateCreated: date(participant.dateCreated),
  DateUpdated:
    change.updated || change.removed ? date(participant.dateUpdated) : null,
  DateRemoved: date(change.removed),
  Identity: participant.identity,
  RoleSid: participant.roleSid,
  Attributes: participant.attributes,
  'MessagingBinding.ProxyAddress': participant.binding?.proxyAddress,
  'MessagingBinding.Address': participant.binding?.address,
  'MessagingBinding.Type': (participant.binding?.type ?? 'chat').toUpperCase(),
})

export const messageValues = (
  { messagingServiceSid }: SimulatedConversation,
  message: ConversationMessage,
  change: { updated?: boolean; removed?: Date } = {}
): Values => ({
  MessageSid: message.sid,
  MessagingServiceSid: messagingServiceSid,
  Index: String(message.index),
  DateCreated: date(message.dateCreated),
  DateUpdated:
    change.updated || change.removed ? date(message.dateUpdated) : null,
  DateRemoved: date(change.removed),
  Body: message.body,
  Author: message.author,
  ParticipantSid: message.participantSid,
  Attributes: message.attributes,
  Media:
    message.media.length > 0
      ? JSON.stringify(
          message.media.map(({ sid, contentType, content }) => ({
            Sid: sid,
            ContentType: contentType,
            Filename: null,
            Size: content.length,
          }))
        )
      : null,
})

export const receiptValues = (
  message: ConversationMessage,
  receipt: Receipt
): Values => ({
  MessageSid: message.sid,
  DeliveryReceiptSid: receipt.sid,
  ChannelMessageSid: receipt.channelMessageSid,
  ParticipantSid: receipt.participantSid,
  Status: receipt.status,
  ErrorCode: receipt.errorCode === null ? null : String(receipt.errorCode),
  DateCreated: date(receipt.dateCreated),
  DateUpdated: date(receipt.dateUpdated),
})
