export const schema = gql`
  enum ThreadEntryKind {
    NOTE
    ASSIGNED
    UNASSIGNED
    SNOOZED
    "It slept, and is open again."
    WOKEN
    ARCHIVED
    "It was archived, and is open again."
    REOPENED
    LABELED
    UNLABELED
    PARTICIPANT_JOINED
    PARTICIPANT_LEFT
  }

  "What happened in a conversation besides its messages, or what an operator noted for the others. None of it is sent."
  type ThreadEntry {
    id: ID!
    kind: ThreadEntryKind!
    at: DateTime!
    conversation: Conversation!
    "Who did it; null where a program did (actorName), or where it happened by itself (neither)."
    actor: User
    "The person's or the program's name at that time."
    actorName: String
    "Of a note."
    body: String
    "Whom the note names."
    mentions: [User!]!
    "Whom it was assigned to, or taken from."
    subject: User
    "The label's name at that time."
    label: String
    "Of SNOOZED."
    until: DateTime
    "Who joined or left a Twilio conversation: an identity, or an address."
    participant: String
  }

  type Mutation {
    "Writes something down for the other operators: at most 10,000 characters, at most 50 mentions."
    addNote(
      conversationId: ID!
      body: String!
      "Ids of users."
      mentions: [ID!]
      "The same note under the same key is one."
      idempotencyKey: String
    ): ThreadEntry! @requireAuth(roles: ["ADMIN", "AGENT"])
  }
`
