import type { PhoneNetwork } from '../network/network'
import { newSid } from '../network/sids'
import { TwilioError } from '../rest/twilioError'

import {
  participantValues,
  sendConversationEvent,
  type Origin,
} from './conversationEvent'
import type {
  SimulatedConversation,
  SimulatedParticipant,
} from './conversations'
import { later, refuseClosed } from './rules'

export interface ParticipantOrder {
  identity?: string | null
  address?: string | null
  proxyAddress?: string | null
  attributes?: string
  roleSid?: string
}

export function addParticipant(
  network: PhoneNetwork,
  conversation: SimulatedConversation,
  order: ParticipantOrder,
  origin: Origin
): SimulatedParticipant {
  refuseClosed(conversation)
  const binding = bindingOf(network, conversation, order)
  const now = new Date()
  const participant: SimulatedParticipant = {
    sid: newSid('MB'),
    identity: order.identity || null,
    binding,
    roleSid: order.roleSid ?? ROLE_SID,
    attributes: order.attributes ?? '{}',
    dateCreated: now,
    dateUpdated: now,
  }
  conversation.participants.push(participant)
  sendConversationEvent(network, {
    type: 'onParticipantAdded',
    conversation,
    origin,
    values: participantValues(participant),
  })
  return participant
}

/** The role that the account's services give to who takes part. */
const ROLE_SID = 'RL5111a10000000000000000000000c0de'

function bindingOf(
  network: PhoneNetwork,
  conversation: SimulatedConversation,
  { identity, address, proxyAddress }: ParticipantOrder
): SimulatedParticipant['binding'] {
  if (identity) {
    const isThere = conversation.participants.some(
      (each) => each.identity === identity
    )
    if (isThere) throw new TwilioError(50433, 'Participant already exists', 409)
    return null
  }
  if (!address)
    throw new TwilioError(50411, 'Messaging binding address is empty')
  if (!proxyAddress) {
    throw new TwilioError(50412, 'Messaging binding proxy address is empty')
  }
  if (network.conversations.bound(address, proxyAddress)) {
    throw new TwilioError(
      50416,
      'A binding for this participant and proxy address already exists',
      409
    )
  }
  if (address === proxyAddress) {
    throw new TwilioError(
      50409,
      'Messaging binding address and proxy address must not be equal'
    )
  }
  const type = address.startsWith('whatsapp:') ? 'whatsapp' : 'sms'
  return { type, address, proxyAddress }
}

export function updateParticipant(
  network: PhoneNetwork,
  conversation: SimulatedConversation,
  participant: SimulatedParticipant,
  change: Pick<ParticipantOrder, 'attributes' | 'roleSid'>,
  origin: Origin
) {
  participant.attributes = change.attributes ?? participant.attributes
  participant.roleSid = change.roleSid ?? participant.roleSid
  participant.dateUpdated = later(participant.dateUpdated)
  sendConversationEvent(network, {
    type: 'onParticipantUpdated',
    conversation,
    origin,
    values: participantValues(participant, { updated: true }),
  })
}

export function removeParticipant(
  network: PhoneNetwork,
  conversation: SimulatedConversation,
  participant: SimulatedParticipant,
  origin: Origin
) {
  conversation.participants = conversation.participants.filter(
    (each) => each !== participant
  )
  participant.dateUpdated = later(participant.dateUpdated)
  sendConversationEvent(network, {
    type: 'onParticipantRemoved',
    conversation,
    origin,
    values: participantValues(participant, {
      removed: participant.dateUpdated,
    }),
  })
}
