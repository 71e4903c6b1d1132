import type { PhoneNetwork } from '../network/network'
import { newSid } from '../network/sids'
import { TwilioError } from '../rest/twilioError'

import {
  conversationValues,
  sendConversationEvent,
  type Origin,
} from './conversationEvent'
import type { ConversationState, SimulatedConversation } from './conversations'
import { later, refuseClosed } from './rules'

export interface ConversationOrder {
  friendlyName?: string | null
  uniqueName?: string | null
  attributes?: string
  messagingServiceSid?: string
  state?: ConversationState
}

export function addConversation(
  network: PhoneNetwork,
  chatServiceSid: string,
  order: ConversationOrder,
  origin: Origin
): SimulatedConversation {
  const { uniqueName = null } = order
  if (uniqueName && network.conversations.find(chatServiceSid, uniqueName)) {
    throw new TwilioError(
      50353,
      'Conversation with provided unique name already exists',
      409
    )
  }
  const now = new Date()
  const conversation: SimulatedConversation = {
    sid: newSid('CH'),
    chatServiceSid,
    messagingServiceSid:
      order.messagingServiceSid || network.account.messagingServiceSid,
    friendlyName: order.friendlyName ?? null,
    uniqueName,
    attributes: order.attributes ?? '{}',
    state: order.state ?? 'active',
    dateCreated: now,
    dateUpdated: now,
    participants: [],
    messages: [],
    nextIndex: 0,
  }
  network.conversations.add(conversation)
  sendConversationEvent(network, {
    type: 'onConversationAdded',
    conversation,
    origin,
    values: conversationValues(conversation),
  })
  return conversation
}

export function updateConversation(
  network: PhoneNetwork,
  conversation: SimulatedConversation,
  { state, ...change }: ConversationOrder,
  origin: Origin
) {
  refuseClosed(conversation)
  const from = conversation.state
  Object.assign(
    conversation,
    Object.fromEntries(
      Object.entries(change).filter(([, value]) => value !== undefined)
    )
  )
  conversation.dateUpdated = later(conversation.dateUpdated)
  conversation.state = state ?? from
  sendConversationEvent(network, {
    type: 'onConversationUpdated',
    conversation,
    origin,
    values: conversationValues(conversation),
  })
  if (state && state !== from) {
    sendConversationEvent(network, {
      type: 'onConversationStateUpdated',
      conversation,
      origin,
      values: {
        MessagingServiceSid: conversation.messagingServiceSid,
        StateUpdated: conversation.dateUpdated.toISOString(),
        StateFrom: from,
        StateTo: state,
        Reason: origin.source === 'API' ? 'API' : 'EVENT',
      },
    })
  }
}

export function removeConversation(
  network: PhoneNetwork,
  conversation: SimulatedConversation,
  origin: Origin
) {
  network.conversations.remove(conversation.sid)
  conversation.dateUpdated = later(conversation.dateUpdated)
  sendConversationEvent(network, {
    type: 'onConversationRemoved',
    conversation,
    origin,
    values: conversationValues(conversation, conversation.dateUpdated),
  })
}
