export const schema = gql`
  enum ConversationStatus {
    OPEN
    SNOOZED
    ARCHIVED
  }

  type Conversation {
    id: ID!
    contact: Contact!
    channel: ChannelKind!
    "Our address that the contact writes to."
    senderAddress: String!
    status: ConversationStatus!
    unreadCount: Int!
    lastMessageAt: DateTime
    lastMessage: Message
    assignee: User
    messageCount: Int!
    "Since when the contact wants nothing from this address; null while writing is allowed."
    optedOutAt: DateTime
    "How we know: KEYWORD, OPT_OUT_TYPE, REFUSAL or OPERATOR."
    optOutSource: String
    createdAt: DateTime!
    "Strictly increases with every change."
    updatedAt: DateTime!
  }

  type Contact {
    id: ID!
    "E.164 where it is a phone number."
    address: String!
    "An operator's, or else the contact's own."
    name: String
    "How the contact calls itself on WhatsApp."
    profileName: String
    "Where its number is from, as Twilio says."
    city: String
    state: String
    zip: String
    country: String
    createdAt: DateTime!
    conversations: [Conversation!]!
  }

  type User {
    id: ID!
    email: String!
    name: String
    role: Role!
  }

  enum Role {
    ADMIN
    AGENT
    VIEWER
  }

  input ConversationFilter {
    status: ConversationStatus
    "Only those with unread messages (true), or without (false)."
    unread: Boolean
    channel: ChannelKind
    contactId: ID
    "A part of the contact's name or number."
    search: String
  }

  type ConversationEdge {
    cursor: String!
    node: Conversation!
  }

  type ConversationConnection {
    "Newest activity first."
    edges: [ConversationEdge!]!
    pageInfo: PageInfo!
  }

  "What stands beside a folder's name."
  type InboxCounts {
    "Open conversations with unread messages."
    unread: Int!
    "Messages that failed for good and were not sent again, counted up to 100."
    failed: Int!
  }

  type Query {
    conversation(id: ID!): Conversation @requireAuth
    "The first \`first\` (at most 100, 30 unless told) after the cursor \`after\`."
    conversations(
      filter: ConversationFilter
      first: Int
      after: String
    ): ConversationConnection! @requireAuth
    inboxCounts: InboxCounts! @requireAuth
    "Our own addresses that can be written from; the first one is used where none is named."
    senders: [String!]! @requireAuth
  }

  type Mutation {
    markConversationRead(id: ID!): Conversation!
      @requireAuth(roles: ["ADMIN", "AGENT"])
    markConversationUnread(id: ID!): Conversation!
      @requireAuth(roles: ["ADMIN", "AGENT"])
    archiveConversation(id: ID!): Conversation!
      @requireAuth(roles: ["ADMIN", "AGENT"])
    reopenConversation(id: ID!): Conversation!
      @requireAuth(roles: ["ADMIN", "AGENT"])
    "Names a contact; an empty name takes the name away."
    renameContact(id: ID!, name: String!): Contact!
      @requireAuth(roles: ["ADMIN", "AGENT"])
  }
`
