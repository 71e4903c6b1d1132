/** Twilio's statuses: https://www.twilio.com/docs/messaging/api/message-resource#message-status-values */
export type TwilioStatus =
  | 'accepted'
  | 'scheduled'
  | 'queued'
  | 'sending'
  | 'sent'
  | 'delivered'
  | 'undelivered'
  | 'failed'
  | 'canceled'
  | 'read'
  | 'receiving'
  | 'received'

export interface Media {
  sid: string
  contentType: string
  /** Empty until an outbound picture was fetched. */
  content: Buffer
  /** Where an outbound picture comes from. */
  url?: string
  /** As an inbound one is called. */
  name?: string
  /** How often it is still answered 404. */
  missing?: number
  /** Where asking for it leads instead of to the content network. */
  redirect?: string
  dateCreated: Date
}

/** A message as Twilio keeps it. */
export interface SimulatedMessage {
  sid: string
  accountSid: string
  messagingServiceSid: string | null
  /** Null while a Messaging Service has not picked a sender. */
  from: string | null
  to: string
  body: string
  direction: 'inbound' | 'outbound-api' | 'outbound-reply'
  status: TwilioStatus
  numSegments: number
  media: Media[]
  errorCode: number | null
  errorMessage: string | null
  price: string | null
  dateCreated: Date
  dateUpdated: Date
  dateSent: Date | null
  /** With its fragment, as it was given. */
  statusCallback: string | null
  /** Only of messages that wait for their time. */
  sendAt: Date | null
  /** Whether the customer can see it. */
  onHandset: boolean
  /** Twilio's own answer to an opt-out word: on the handset, but not in the account's list. */
  automatic: boolean
}

export interface MessageStore {
  add: (message: SimulatedMessage) => void
  find: (sid: string) => SimulatedMessage | undefined
  remove: (sid: string) => void
  /** Newest first. */
  list: () => SimulatedMessage[]
  clear: () => void
}

/** Enough for any test and small enough for any laptop; beyond it the oldest are forgotten. */
const REMEMBERED_MESSAGES = 20_000

export function createMessageStore(): MessageStore {
  const messages = new Map<string, SimulatedMessage>()
  return {
    add: (message) => {
      messages.set(message.sid, message)
      if (messages.size <= REMEMBERED_MESSAGES) return
      const [oldest] = messages.keys()
      messages.delete(oldest)
    },
    find: (sid) => messages.get(sid),
    remove: (sid) => messages.delete(sid),
    list: () => [...messages.values()].reverse(),
    clear: () => messages.clear(),
  }
}
