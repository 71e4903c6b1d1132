export const schema = gql`
  enum LabelColor {
    GRAY
    RED
    ORANGE
    YELLOW
    GREEN
    TEAL
    BLUE
    PURPLE
    PINK
  }

  "What conversations and contacts are sorted by."
  type Label {
    id: ID!
    "1 to 50 characters; no two are the same, in any case."
    name: String!
    color: LabelColor!
  }

  type Query {
    "In the order of their names."
    labels: [Label!]! @requireAuth
  }

  type Mutation {
    createLabel(name: String!, color: LabelColor!): Label!
      @requireAuth(roles: ["ADMIN", "AGENT"])
    updateLabel(id: ID!, name: String!, color: LabelColor!): Label!
      @requireAuth(roles: ["ADMIN", "AGENT"])
    "Takes it from all that have it."
    deleteLabel(id: ID!): Label! @requireAuth(roles: ["ADMIN", "AGENT"])
    labelConversation(id: ID!, labelId: ID!): Conversation!
      @requireAuth(roles: ["ADMIN", "AGENT"])
    unlabelConversation(id: ID!, labelId: ID!): Conversation!
      @requireAuth(roles: ["ADMIN", "AGENT"])
    labelContact(id: ID!, labelId: ID!): Contact!
      @requireAuth(roles: ["ADMIN", "AGENT"])
    unlabelContact(id: ID!, labelId: ID!): Contact!
      @requireAuth(roles: ["ADMIN", "AGENT"])
  }
`
