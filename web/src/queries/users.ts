import { gql } from '@apollo/client'

export const USER_FIELDS = gql`
  fragment UserFields on User {
    id
    name
    email
  }
`

/** Who works here: whom a conversation can be assigned to, and who can be mentioned. */
export const USERS = gql`
  query UsersQuery {
    users {
      ...UserFields
      role
    }
  }
  ${USER_FIELDS}
`
