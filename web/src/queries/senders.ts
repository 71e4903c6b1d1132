import { gql } from '@apollo/client'

export const SENDERS = gql`
  query SendersQuery {
    senders
  }
`
