import type { ApolloCache } from '@apollo/client'
import type { MessageFields } from 'types/graphql'

import type { CachedThread } from 'src/lib/apollo/mergeMessages'
import { sortEdges } from 'src/lib/apollo/mergeMessages'

import { changeThread } from './changeThread'

/**
 * Puts a message, already written to the cache, into its thread, if the end of that thread is known. Where somebody
 * reads in the middle of it, it comes with the pages that lead there.
 */
export function addToThread(
  cache: ApolloCache<unknown>,
  conversationId: string,
  message: MessageFields
) {
  const ref = cache.identify({ __typename: 'Message', id: message.id })
  changeThread(cache, conversationId, (thread, readField): CachedThread => {
    const isThere = thread.edges.some(({ node }) => node.__ref === ref)
    if (!ref || isThere || thread.pageInfo.hasNextPage) {
      return thread
    }
    const edge = {
      __typename: 'MessageEdge',
      cursor: '',
      node: { __ref: ref },
    }
    return { ...thread, edges: sortEdges([...thread.edges, edge], readField) }
  })
}
