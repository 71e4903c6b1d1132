import type { ApolloCache } from '@apollo/client'
import type { MessageFields } from 'types/graphql'

import type { CachedConnection } from 'src/lib/apollo/mergeConversations'
import { sortEdges } from 'src/lib/apollo/mergeMessages'

/** Puts a message, already written to the cache, into its thread, if that thread was ever loaded. */
export function addToThread(
  cache: ApolloCache<unknown>,
  conversationId: string,
  message: MessageFields
) {
  const ref = cache.identify({ __typename: 'Message', id: message.id })
  const field = `messages:${JSON.stringify({ conversationId })}`
  cache.modify<{ messages: CachedConnection }>({
    id: 'ROOT_QUERY',
    fields: {
      messages(existing, { storeFieldName, readField }) {
        const thread = existing as CachedConnection
        const isThere = thread.edges.some(({ node }) => node.__ref === ref)
        if (!ref || storeFieldName !== field || isThere) {
          return thread
        }
        const edge = {
          __typename: 'MessageEdge',
          cursor: '',
          node: { __ref: ref },
        }
        return {
          ...thread,
          edges: sortEdges([...thread.edges, edge], readField),
        }
      },
    },
  })
}
