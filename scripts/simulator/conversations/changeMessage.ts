import type { PhoneNetwork } from '../network/network'
import { newSid } from '../network/sids'
import { TwilioError } from '../rest/twilioError'

import {
  messageValues,
  sendConversationEvent,
  type Origin,
} from './conversationEvent'
import type {
  ConversationMessage,
  SimulatedConversation,
} from './conversations'
import { relayMessage } from './relayMessage'
import { later, refuseClosed } from './rules'

export interface MessageOrder {
  author?: string
  body?: string
  attributes?: string
  media?: ConversationMessage['media']
  /** The SMS that it came in. */
  channelMessageSid?: string
}

/** Somebody writes: everybody hears of it, phones by a message of their own. */
export function addMessage(
  network: PhoneNetwork,
  conversation: SimulatedConversation,
  order: MessageOrder,
  origin: Origin
): ConversationMessage {
  refuseClosed(conversation)
  const { author = 'system', body = '', media = [] } = order
  if (body.length > 1600) {
    throw new TwilioError(50501, 'Message body is longer than 1600 characters')
  }
  const now = new Date()
  const writer = conversation.participants.find(
    ({ identity, binding }) =>
      identity === author || binding?.address === author
  )
  const message: ConversationMessage = {
    sid: newSid('IM'),
    index: conversation.nextIndex++,
    author,
    body,
    attributes: order.attributes ?? '{}',
    participantSid: writer?.sid ?? null,
    media,
    receipts: [],
    dateCreated: now,
    dateUpdated: now,
  }
  conversation.messages.push(message)
  sendConversationEvent(network, {
    type: 'onMessageAdded',
    conversation,
    origin,
    values: messageValues(conversation, message),
    about: {
      messageSid: order.channelMessageSid ?? message.sid,
      from: author,
      body,
    },
  })
  for (const participant of conversation.participants) {
    if (participant !== writer) {
      relayMessage(network, conversation, message, participant)
    }
  }
  return message
}

export function updateMessage(
  network: PhoneNetwork,
  conversation: SimulatedConversation,
  message: ConversationMessage,
  change: Pick<MessageOrder, 'author' | 'body' | 'attributes'>,
  origin: Origin
) {
  message.author = change.author ?? message.author
  message.body = change.body ?? message.body
  message.attributes = change.attributes ?? message.attributes
  message.dateUpdated = later(message.dateUpdated)
  sendConversationEvent(network, {
    type: 'onMessageUpdated',
    conversation,
    origin,
    values: messageValues(conversation, message, { updated: true }),
  })
}

export function removeMessage(
  network: PhoneNetwork,
  conversation: SimulatedConversation,
  message: ConversationMessage,
  origin: Origin
) {
  conversation.messages = conversation.messages.filter(
    (each) => each !== message
  )
  message.dateUpdated = later(message.dateUpdated)
  sendConversationEvent(network, {
    type: 'onMessageRemoved',
    conversation,
    origin,
    values: messageValues(conversation, message, {
      removed: message.dateUpdated,
    }),
  })
}
