export const schema = gql`
  type Mutation {
    "Has a file of a contact's that could not be fetched tried again; answers with its message."
    fetchMediaAgain(id: ID!): Message! @requireAuth(roles: ["ADMIN", "AGENT"])
  }
`
