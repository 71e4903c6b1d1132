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
    "When it opens again by itself; of SNOOZED only."
    snoozedUntil: DateTime
    unreadCount: Int!
    "The oldest of the contact's unread messages."
    firstUnread: Message
    lastMessageAt: DateTime
    lastMessage: Message
    assignee: User
    "In the order of their names."
    labels: [Label!]!
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
    "An operator's."
    notes: String
    "In the order of their names."
    labels: [Label!]!
    createdAt: DateTime!
    "Strictly increases with every change."
    updatedAt: DateTime!
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

  enum InboxFolder {
    OPEN
    "Open, with unread messages."
    UNREAD
    "Open, assigned to who asks."
    MINE
    "Open, nobody's."
    UNASSIGNED
    SNOOZED
    ARCHIVED
  }

  "What is named narrows, all of it together."
  input ConversationFilter {
    folder: InboxFolder
    status: ConversationStatus
    "Only those with unread messages (true), or without (false)."
    unread: Boolean
    channel: ChannelKind
    "One of our addresses."
    senderAddress: String
    contactId: ID
    labelId: ID
    assigneeId: ID
    "A part of a message, a name or a number."
    search: String
  }

  type ConversationEdge {
    cursor: String!
    node: Conversation!
    "The newest message in whose text the search was found; null where the name or the number was."
    match: Message
  }

  type ConversationConnection {
    "Newest activity first."
    edges: [ConversationEdge!]!
    pageInfo: PageInfo!
  }

  "What stands beside a folder's name: conversations."
  type InboxCounts {
    open: Int!
    "Open, with unread messages."
    unread: Int!
    "Open, assigned to who asks."
    mine: Int!
    "Open, nobody's."
    unassigned: Int!
    snoozed: Int!
    archived: Int!
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
    "Who works here, in the order of their names."
    users: [User!]! @requireAuth
    "Who asks; a key is nobody (BAD_USER_INPUT)."
    me: User! @requireAuth
    "Our own addresses that can be written from; the first one is used where none is named."
    senders: [String!]! @requireAuth
  }

  type Mutation {
    markConversationRead(id: ID!): Conversation!
      @requireAuth(roles: ["ADMIN", "AGENT"])
    "Makes the contact's latest message unread, where none is."
    markConversationUnread(id: ID!): Conversation!
      @requireAuth(roles: ["ADMIN", "AGENT"])
    archiveConversation(id: ID!): Conversation!
      @requireAuth(roles: ["ADMIN", "AGENT"])
    "Opens an archived conversation, or a snoozed one."
    reopenConversation(id: ID!): Conversation!
      @requireAuth(roles: ["ADMIN", "AGENT"])
    "Hands it to somebody who may answer, or to nobody."
    assignConversation(id: ID!, userId: ID): Conversation!
      @requireAuth(roles: ["ADMIN", "AGENT"])
    "Puts it away until a time within five years; what the contact writes brings it back earlier."
    snoozeConversation(id: ID!, until: DateTime!): Conversation!
      @requireAuth(roles: ["ADMIN", "AGENT"])
    "Names a contact; an empty name takes the name away."
    renameContact(id: ID!, name: String!): Contact!
      @requireAuth(roles: ["ADMIN", "AGENT"])
    """
    At most 10,000 characters; an empty text takes the notes away. \`previous\` are the notes that these were written
    over, empty for none: where they are others by now, nothing is changed (CONFLICT). Left out, it is not asked.
    """
    updateContactNotes(id: ID!, notes: String!, previous: String): Contact!
      @requireAuth(roles: ["ADMIN", "AGENT"])
  }
`
