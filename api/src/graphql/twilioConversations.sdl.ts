export const schema = gql`
  "What Twilio says of a conversation of the channel CHAT."
  type TwilioConversation {
    "CH…"
    sid: String!
    "IS…"
    serviceSid: String
    friendlyName: String
    uniqueName: String
    "INITIALIZING, ACTIVE, INACTIVE or CLOSED, which is final."
    state: String!
    "When it was removed at Twilio; its messages stay here."
    removedAt: DateTime
    "Why nothing can be written in it; null where it can."
    closedBecause: String
    "In the order in which they came; those who have left, too."
    participants: [Participant!]!
  }

  "Who takes part: by a phone, or as somebody in an application."
  type Participant {
    id: ID!
    "MB…"
    sid: String!
    identity: String
    "Without a channel prefix."
    address: String
    "Ours, that it writes to."
    proxyAddress: String
    "SMS, WHATSAPP or CHAT."
    type: String!
    removedAt: DateTime
    "Since when its phone wants nothing from the address that it writes to: no message reaches it."
    optedOutAt: DateTime
  }

  type Conversation {
    "Null unless it is one of Twilio's Conversations."
    twilio: TwilioConversation
  }

  type Message {
    "Who wrote it in a Twilio conversation: an identity, a number, or system."
    author: String
    editedAt: DateTime
    "When it was removed from its Twilio conversation."
    removedAt: DateTime
    "Those of a Twilio conversation that it did not reach; null elsewhere."
    missedBy: [String!]
  }

  type StatusEvent {
    "Of a Twilio conversation: whom it reached, or did not."
    participant: String
  }

  "Somebody in an application by an identity, or a phone by its number."
  input ParticipantInput {
    identity: String
    "A number, or whatsapp: and a number."
    address: String
    "Ours, that it writes to; the default number unless told."
    proxyAddress: String
  }

  type Mutation {
    "Answers in a Twilio conversation; OPTED_OUT where all who take part by phone have opted out."
    sendConversationMessage(
      conversationId: ID!
      body: String!
      idempotencyKey: String
    ): Message! @requireAuth(roles: ["ADMIN", "AGENT"])
    "Starts a Twilio conversation with ten participants at most. The same key is the same conversation."
    createTwilioConversation(
      friendlyName: String
      participants: [ParticipantInput!]!
      idempotencyKey: String
    ): Conversation! @requireAuth(roles: ["ADMIN", "AGENT"])
  }
`
