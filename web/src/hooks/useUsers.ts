import { useQuery } from '@apollo/client'
import type { UsersQuery, UsersQueryVariables } from 'types/graphql'

import { USERS } from 'src/queries/users'

/** Who works here. */
export function useUsers({ skip = false } = {}) {
  const { data, error } = useQuery<UsersQuery, UsersQueryVariables>(USERS, {
    skip,
    fetchPolicy: 'cache-and-network',
  })
  return { users: data?.users, error }
}
