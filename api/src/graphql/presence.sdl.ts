export const schema = gql`
  "Somebody who has a conversation on the screen."
  type Presence {
    user: User!
    isTyping: Boolean!
  }

  "Who is in a conversation now; nobody, where the last one left."
  type PresenceChanged {
    conversationId: ID!
    people: [Presence!]!
  }

  type Query {
    "Who looks at a conversation, oneself included."
    presence(conversationId: ID!): [Presence!]! @requireAuth
    "The same of each conversation that somebody looks at."
    presences: [PresenceChanged!]! @requireAuth
  }

  type Mutation {
    """
    Says where one is: a heartbeat, which ends by itself when it is not repeated within 45 s (typing: 8 s). Without a
    conversation one has left. Each \`tab\` is somewhere by itself. False for who is nobody to be shown: programs.
    """
    setPresence(conversationId: ID, isTyping: Boolean!, tab: String): Boolean!
      @requireAuth
  }
`
