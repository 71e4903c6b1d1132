/** What Twilio says of a conversation, by an event or by an answer. What it doesn't say is undefined. */
export interface ChatFacts {
  /** CH… */
  sid: string
  /** IS… */
  serviceSid?: string
  messagingServiceSid?: string
  friendlyName?: string
  uniqueName?: string
  /** JSON. */
  attributes?: string
  /** Twilio's word, lower-case. */
  state?: string
  createdAt?: Date
  /** Since when it is so: what is older never overwrites what is newer. */
  updatedAt?: Date
  removedAt?: Date
}

/** What Twilio says of who takes part. */
export interface ParticipantFacts {
  /** MB… */
  sid: string
  identity?: string
  /** As Twilio writes it, with a channel prefix. */
  address?: string
  proxyAddress?: string
  /** SMS, WHATSAPP, CHAT, in any case. */
  type?: string
  roleSid?: string
  attributes?: string
  createdAt?: Date
  updatedAt?: Date
  removedAt?: Date
}

/** What Twilio says of a message of a conversation. */
export interface ChatMessageFacts {
  /** IM… */
  sid: string
  index?: number
  author?: string
  body?: string
  attributes?: string
  participantSid?: string
  media: { sid: string; contentType?: string; name?: string; size?: number }[]
  /** A program wrote it by REST, and none of the participants. */
  byProgram: boolean
  createdAt?: Date
  updatedAt?: Date
  removedAt?: Date
  /** Everything that came with it. */
  params?: Record<string, unknown>
}
