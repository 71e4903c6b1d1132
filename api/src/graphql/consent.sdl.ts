export const schema = gql`
  "An entry in the ledger of consent."
  type ConsentEvent {
    id: ID!
    "Whether the contact may be written to from then on; null where it asked for help."
    allowed: Boolean
    "How we know: KEYWORD, OPT_OUT_TYPE, REFUSAL (21610) or OPERATOR."
    source: String!
    "What the contact wrote."
    word: String
    "The name of the person or the program that said so."
    by: String
    note: String
    at: DateTime!
  }

  type Conversation {
    "Oldest first, the latest 200."
    consent: [ConsentEvent!]!
  }

  type Mutation {
    "Says whether the contact may be written to. Writing again needs a note of how it agreed. Twilio's own list stays what it is."
    setConsent(
      conversationId: ID!
      allowed: Boolean!
      note: String
    ): Conversation! @requireAuth(roles: ["ADMIN", "AGENT"])
  }
`
