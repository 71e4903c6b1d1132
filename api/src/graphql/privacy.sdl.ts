export const schema = gql`
  "How long what comes to an address of ours and goes from it is kept. Then it is taken out of its rows, which stay."
  type Retention {
    id: ID!
    "Null: all addresses that have none of their own."
    address: String
    "Days; null is for ever. Of what was written, notes included."
    textDays: Int
    "Of files: pictures, voicemail, documents."
    mediaDays: Int
    "Of what Twilio reported, to the letter; the statuses stay."
    eventDays: Int
    updatedAt: DateTime!
  }

  type Query {
    "That of all others first, where somebody decided on it. Without any, all is kept for ever."
    retentions: [Retention!]! @requireAuth(roles: ["ADMIN"])
    "How many messages would lose their text at once, counted up to 10,000."
    retentionReach(address: String, textDays: Int!): Int!
      @requireAuth(roles: ["ADMIN"])
  }

  type Mutation {
    """
    Makes it, or changes it where the address has one. \`known\` is the \`updatedAt\` of what it was decided over: where
    it is another by now, nothing is changed (CONFLICT). Left out, it is not asked.
    """
    setRetention(
      "Null: all addresses that have none of their own."
      address: String
      "From 1 to 36,500; null is for ever."
      textDays: Int
      mediaDays: Int
      eventDays: Int
      known: DateTime
    ): Retention! @requireAuth(roles: ["ADMIN"])
    "The address is as all others again."
    deleteRetention(address: String!): Retention! @requireAuth(roles: ["ADMIN"])
    """
    Takes out all that is kept of a contact, for good; its rows stay as those of nobody. \`confirmation\` is its address,
    as somebody typed it. While messages to it are still to be sent, nothing is done (CONFLICT).
    """
    eraseContact(id: ID!, confirmation: String!): Contact!
      @requireAuth(roles: ["ADMIN"])
  }

  type Message {
    "Since when what was written is gone: it was kept as long as it may be, or its contact was erased."
    redactedAt: DateTime
  }

  type Media {
    "Since when the file is gone."
    removedAt: DateTime
  }

  type Contact {
    "Since when it is nobody."
    erasedAt: DateTime
  }
`
