export const schema = gql`
  type Mutation {
    "Changes one's own password and ends one's other logins; answers how many."
    changePassword(current: String!, next: String!): Int! @requireAuth
    "Ends all of one's logins, this one too; answers how many."
    logOutEverywhere: Int! @requireAuth
  }
`
