import type { PhoneNetwork } from '../network/network'
import { TwilioError } from '../rest/twilioError'

import {
  addConversation,
  updateConversation,
  type ConversationOrder,
} from './changeConversation'
import { addParticipant, type ParticipantOrder } from './changeParticipant'
import type { Origin } from './conversationEvent'
import type { SimulatedConversation } from './conversations'

/** https://www.twilio.com/docs/api/errors/50426 */
const MOST_PARTICIPANTS = 10

function readParticipant(json: string): ParticipantOrder {
  try {
    const {
      identity,
      messaging_binding: binding,
      attributes,
    } = JSON.parse(json)
    return {
      identity,
      address: binding?.address,
      proxyAddress: binding?.proxy_address,
      attributes,
    }
  } catch {
    throw new TwilioError(20001, 'Participant must be valid JSON')
  }
}

/**
 * A conversation with those who take part, in one call. With the setting `conversationsInitialize` Twilio takes its time:
 * it answers 202, and adds them afterwards.
 */
export function startConversation(
  network: PhoneNetwork,
  chatServiceSid: string,
  { participants, ...order }: ConversationOrder & { participants: string[] },
  origin: Origin
): SimulatedConversation {
  if (participants.length > MOST_PARTICIPANTS) {
    throw new TwilioError(50426, 'Too many participants in one request')
  }
  const wanted = participants.map(readParticipant)
  const delay = network.settings.conversationsInitialize
  const conversation = addConversation(
    network,
    chatServiceSid,
    delay > 0 ? { ...order, state: 'initializing' } : order,
    origin
  )
  const addAll = () => {
    for (const each of wanted) {
      addParticipant(network, conversation, each, origin)
    }
  }
  if (delay === 0) {
    try {
      addAll()
    } catch (error) {
      // All or nothing.
      network.conversations.remove(conversation.sid)
      throw error
    }
    return conversation
  }
  const finish = async () => {
    await network.tasks.wait(delay)
    try {
      addAll()
    } catch (error) {
      if (!(error instanceof TwilioError)) throw error
      // Closed, with nobody in it, so that it can be tried again: https://www.twilio.com/docs/api/errors/50427
      conversation.participants = []
      updateConversation(network, conversation, { state: 'closed' }, origin)
      return
    }
    updateConversation(network, conversation, { state: 'active' }, origin)
  }
  network.tasks.background(finish())
  return conversation
}
