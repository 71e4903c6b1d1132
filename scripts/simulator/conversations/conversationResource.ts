import type {
  ConversationMessage,
  Receipt,
  SimulatedConversation,
  SimulatedParticipant,
} from './conversations'

/** Whole seconds, as REST has them. */
const iso = (date: Date) => date.toISOString().replace(/\.\d+Z$/, 'Z')

/** https://www.twilio.com/docs/conversations/api/conversation-resource#conversation-properties */
export function conversationResource(
  base: string,
  accountSid: string,
  conversation: SimulatedConversation
) {
  const url = `${base}/Conversations/${conversation.sid}`
  return {
    account_sid: accountSid,
    chat_service_sid: conversation.chatServiceSid,
    messaging_service_sid: conversation.messagingServiceSid,
    sid: conversation.sid,
    friendly_name: conversation.friendlyName,
    unique_name: conversation.uniqueName,
    attributes: conversation.attributes,
    state: conversation.state,
    date_created: iso(conversation.dateCreated),
    date_updated: iso(conversation.dateUpdated),
    timers: {},
    bindings: {},
    url,
    links: {
      participants: `${url}/Participants`,
      messages: `${url}/Messages`,
      webhooks: `${url}/Webhooks`,
    },
  }
}

/** https://www.twilio.com/docs/conversations/api/conversation-participant-resource */
export function participantResource(
  base: string,
  accountSid: string,
  conversation: SimulatedConversation,
  participant: SimulatedParticipant
) {
  const { binding } = participant
  return {
    account_sid: accountSid,
    chat_service_sid: conversation.chatServiceSid,
    conversation_sid: conversation.sid,
    sid: participant.sid,
    identity: participant.identity,
    attributes: participant.attributes,
    messaging_binding: binding && {
      type: binding.type,
      address: binding.address,
      proxy_address: binding.proxyAddress,
    },
    role_sid: participant.roleSid,
    last_read_message_index: null,
    last_read_timestamp: null,
    date_created: iso(participant.dateCreated),
    date_updated: iso(participant.dateUpdated),
    url: `${base}/Conversations/${conversation.sid}/Participants/${participant.sid}`,
  }
}

/** all, some or none of the receipts. */
const share = (receipts: Receipt[], statuses: string[]) => {
  const count = receipts.filter(({ status }) =>
    statuses.includes(status)
  ).length
  if (count === 0) return 'none'
  return count === receipts.length ? 'all' : 'some'
}

/** https://www.twilio.com/docs/conversations/api/conversation-message-resource */
export function conversationMessageResource(
  base: string,
  accountSid: string,
  conversation: SimulatedConversation,
  message: ConversationMessage
) {
  const { receipts, media } = message
  const url = `${base}/Conversations/${conversation.sid}/Messages/${message.sid}`
  return {
    account_sid: accountSid,
    chat_service_sid: conversation.chatServiceSid,
    conversation_sid: conversation.sid,
    sid: message.sid,
    index: message.index,
    author: message.author,
    body: message.body,
    media:
      media.length > 0
        ? media.map(({ sid, contentType, content }) => ({
            sid,
            content_type: contentType,
            filename: null,
            size: content.length,
          }))
        : null,
    attributes: message.attributes,
    participant_sid: message.participantSid,
    content_sid: null,
    delivery:
      receipts.length > 0
        ? {
            total: receipts.length,
            sent: share(receipts, ['sent', 'delivered', 'read']),
            delivered: share(receipts, ['delivered', 'read']),
            read: share(receipts, ['read']),
            failed: share(receipts, ['failed']),
            undelivered: share(receipts, ['undelivered']),
          }
        : null,
    date_created: iso(message.dateCreated),
    date_updated: iso(message.dateUpdated),
    url,
    links: { delivery_receipts: `${url}/Receipts` },
  }
}

/** https://www.twilio.com/docs/conversations/delivery-receipts */
export const receiptResource = (
  base: string,
  accountSid: string,
  conversation: SimulatedConversation,
  message: ConversationMessage,
  receipt: Receipt
) => ({
  account_sid: accountSid,
  chat_service_sid: conversation.chatServiceSid,
  conversation_sid: conversation.sid,
  message_sid: message.sid,
  sid: receipt.sid,
  channel_message_sid: receipt.channelMessageSid,
  participant_sid: receipt.participantSid,
  status: receipt.status,
  error_code: receipt.errorCode ?? 0,
  date_created: iso(receipt.dateCreated),
  date_updated: iso(receipt.dateUpdated),
  url: `${base}/Conversations/${conversation.sid}/Messages/${message.sid}/Receipts/${receipt.sid}`,
})
