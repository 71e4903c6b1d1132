import { ApolloLink } from '@apollo/client'
import type { ApolloCache } from '@apollo/client'

import { keepNewest } from './keepNewest'

/** Lets no answer to a query or mutation take a message or a conversation back (see keepNewest). */
export const createNewestLink = (cache: ApolloCache<unknown>) =>
  new ApolloLink((operation, forward) =>
    forward(operation).map((result) =>
      result.data ? { ...result, data: keepNewest(cache, result.data) } : result
    )
  )
