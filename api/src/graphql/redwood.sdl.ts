/** Redwood's own query, which is open to everybody as it comes: it tells versions, and who is logged in. */
export const schema = gql`
  type Query {
    redwood: Redwood @requireAuth
  }
`
