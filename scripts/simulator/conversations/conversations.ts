import type { Media } from '../network/messages'

export type ConversationState =
  | 'initializing'
  | 'active'
  | 'inactive'
  | 'closed'

/** A conversation as Twilio keeps it, with all that is in it. */
export interface SimulatedConversation {
  sid: string
  chatServiceSid: string
  messagingServiceSid: string
  friendlyName: string | null
  uniqueName: string | null
  attributes: string
  state: ConversationState
  dateCreated: Date
  dateUpdated: Date
  participants: SimulatedParticipant[]
  messages: ConversationMessage[]
  nextIndex: number
}

export interface SimulatedParticipant {
  sid: string
  identity: string | null
  /** Of a phone, with channel prefixes. */
  binding: {
    type: 'sms' | 'whatsapp'
    address: string
    proxyAddress: string
  } | null
  roleSid: string
  attributes: string
  dateCreated: Date
  dateUpdated: Date
}

export interface ConversationMessage {
  sid: string
  index: number
  author: string
  body: string
  attributes: string
  participantSid: string | null
  media: Media[]
  receipts: Receipt[]
  dateCreated: Date
  dateUpdated: Date
}

/** How far a message got with one phone. */
export interface Receipt {
  sid: string
  participantSid: string
  /** The SM… that the phone gets. */
  channelMessageSid: string
  status: string
  errorCode: number | null
  dateCreated: Date
  dateUpdated: Date
}

/** Where a level's events go, and which of them. */
export interface WebhookConfiguration {
  postWebhookUrl: string
  preWebhookUrl: string
  method: string
  filters: string[]
  target: string
}

export interface ConversationStore {
  add: (conversation: SimulatedConversation) => void
  /** By SID or unique name. */
  find: (service: string, name: string) => SimulatedConversation | undefined
  /** In the order of their creation. */
  list: (service: string) => SimulatedConversation[]
  remove: (sid: string) => void
  /** The open conversation in which a phone writes to one of our addresses. */
  bound: (
    address: string,
    proxyAddress: string
  ) =>
    | { conversation: SimulatedConversation; participant: SimulatedParticipant }
    | undefined
  /** Of a service, or of the account (null). */
  webhooks: Map<string | null, WebhookConfiguration>
  /** Which receipt an outbound message of a phone belongs to. */
  relayed: Map<
    string,
    {
      conversation: SimulatedConversation
      message: ConversationMessage
      receipt: Receipt
    }
  >
  clear: () => void
}

export function createConversationStore(): ConversationStore {
  const conversations = new Map<string, SimulatedConversation>()
  const webhooks: ConversationStore['webhooks'] = new Map()
  const relayed: ConversationStore['relayed'] = new Map()
  const all = () => [...conversations.values()]
  return {
    webhooks,
    relayed,
    add: (conversation) => {
      conversations.set(conversation.sid, conversation)
    },
    find: (service, name) =>
      all().find(
        ({ sid, uniqueName, chatServiceSid }) =>
          chatServiceSid === service && (sid === name || uniqueName === name)
      ),
    list: (service) =>
      all().filter(({ chatServiceSid }) => chatServiceSid === service),
    remove: (sid) => {
      conversations.delete(sid)
    },
    bound: (address, proxyAddress) => {
      for (const conversation of all()) {
        const participant = conversation.participants.find(
          ({ binding }) =>
            binding?.address === address &&
            binding.proxyAddress === proxyAddress
        )
        if (participant && conversation.state !== 'closed') {
          return { conversation, participant }
        }
      }
      return undefined
    },
    clear: () => {
      conversations.clear()
      webhooks.clear()
      relayed.clear()
    },
  }
}
