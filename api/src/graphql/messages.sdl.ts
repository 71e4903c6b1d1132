export const schema = gql`
  enum MessageDirection {
    INBOUND
    OUTBOUND
  }

  enum ChannelKind {
    SMS
    WHATSAPP
    VOICE
    CHAT
  }

  enum MessageStatus {
    PENDING
    SCHEDULED
    ACCEPTED
    QUEUED
    SENDING
    SENT
    DELIVERED
    READ
    UNDELIVERED
    FAILED
    CANCELED
    UNCONFIRMED
    RECEIVING
    RECEIVED
  }

  type Message {
    id: ID!
    "Twilio's id, once it is known."
    sid: String
    "What its author called it by, so that a page knows what it sent from what it is told."
    idempotencyKey: String
    conversation: Conversation!
    direction: MessageDirection!
    channel: ChannelKind!
    from: String!
    to: String!
    body: String
    media: [Media!]!
    numSegments: Int
    status: MessageStatus!
    errorCode: Int
    "The plain cause and the next step."
    errorMessage: String
    sentBy: User
    "When Twilio is to send it; null is at once."
    sendAt: DateTime
    "Whether it has failed for good, for a reason that can pass."
    canRetry: Boolean
    retryOf: Message
    retries: [Message!]!
    createdAt: DateTime!
    updatedAt: DateTime!
    sentAt: DateTime
    deliveredAt: DateTime
    readAt: DateTime
    timeline: [StatusEvent!]!
    "The place that the contact sent."
    location: Location
    "The button or the entry of a list that the contact pressed."
    choice: Choice
    "What the contact filled in, as JSON."
    formData: String
    "Twilio's id of the message that this one answers."
    repliedToSid: String
    "That message; null where it is not here."
    repliedTo: Message
    "Of a message of the channel VOICE."
    call: Call
  }

  "One report of a message's status, and what was done with it."
  type StatusEvent {
    id: ID!
    "Twilio's word, upper-case."
    status: String!
    "API, CALLBACK or RECONCILER."
    source: String!
    "APPLIED, DUPLICATE, STALE, CONFLICT, PARKED or UNKNOWN."
    disposition: String!
    errorCode: Int
    "The plain cause and the next step."
    errorMessage: String
    "The carrier's own date (YYMMDDhhmm, the carrier's time zone), as it came."
    rawDlrDoneDate: String
    receivedAt: DateTime!
  }

  type Media {
    id: ID!
    contentType: String
    "Bytes; null while it is not known."
    size: Int
    "As its sender calls it."
    name: String
    "Of an image, in pixels."
    width: Int
    height: Int
    "The path of the file, where we have it."
    url: String
    "The path of a smaller picture of a large one."
    thumbnailUrl: String
    "It is being fetched from Twilio."
    fetching: Boolean!
    "Why it could not be fetched."
    problem: String
  }

  type Location {
    latitude: Float!
    longitude: Float!
    address: String
    "Its name."
    label: String
  }

  type Choice {
    text: String!
    "What the button stands for, as its template says."
    payload: String
  }

  type MessageEdge {
    cursor: String!
    node: Message!
  }

  type MessageConnection {
    "Oldest first."
    edges: [MessageEdge!]!
    "What happened besides in the time of this page, oldest first, all notes and the latest 500 of the rest: from its first message to the next page's first; the newest page's and the oldest page's end is open."
    entries: [ThreadEntry!]!
    pageInfo: PageInfo!
  }

  type PageInfo {
    hasNextPage: Boolean!
    hasPreviousPage: Boolean!
    startCursor: String
    endCursor: String
  }

  type Query {
    message(id: ID!): Message @requireAuth
    messageStatus(sid: String!): Message @requireAuth
    "The newest \`last\` (at most 100, 50 unless told) messages before the cursor \`before\`; or the oldest \`first\` after the cursor \`after\`; or \`last\` with the message \`around\` in their middle."
    messages(
      conversationId: ID!
      last: Int
      before: String
      first: Int
      after: String
      around: ID
    ): MessageConnection! @requireAuth
  }

  type Mutation {
    sendSms(
      to: String!
      body: String!
      from: String
      "Public addresses; with the attachments at most ten."
      mediaUrls: [String!]
      "Files that were uploaded (POST /.redwood/functions/media)."
      attachmentIds: [ID!]
      sendAt: DateTime
      idempotencyKey: String
      "Seconds until it is too late to send it, 36,000 at most and by default."
      validityPeriod: Int
    ): Message! @requireAuth(roles: ["ADMIN", "AGENT"])
    "Sends a failed message again, as a new one that is linked to it. Twice is once."
    retryMessage(id: ID!): Message! @requireAuth(roles: ["ADMIN", "AGENT"])
    "Cancels a message that waits: for its time, or to be tried again."
    cancelMessage(id: ID!): Message! @requireAuth(roles: ["ADMIN", "AGENT"])
  }
`
