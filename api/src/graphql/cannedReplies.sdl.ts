export const schema = gql`
  "A text that is inserted into a message by its shortcut. Each client fills in {name} (the contact) and {agent} (the operator)."
  type CannedReply {
    id: ID!
    "1 to 40 of a-z, 0-9 and -, without the slash before it."
    shortcut: String!
    text: String!
    "Null where a program made it."
    createdBy: User
    createdAt: DateTime!
    updatedAt: DateTime!
  }

  type Query {
    "In the order of their shortcuts."
    cannedReplies: [CannedReply!]! @requireAuth
  }

  type Mutation {
    "The shortcut may come in capitals and with its slash; no two are the same."
    createCannedReply(shortcut: String!, text: String!): CannedReply!
      @requireAuth(roles: ["ADMIN", "AGENT"])
    updateCannedReply(id: ID!, shortcut: String!, text: String!): CannedReply!
      @requireAuth(roles: ["ADMIN", "AGENT"])
    deleteCannedReply(id: ID!): CannedReply!
      @requireAuth(roles: ["ADMIN", "AGENT"])
  }
`
