import type { FieldFunctionOptions } from '@apollo/client'

import { type CachedConnection, mergeConversations } from './mergeConversations'

/**
 * A further page is put behind the list. A first page, which is looked up every few seconds, goes before what is known
 * where they meet: who reads further down stays there. Where they don't meet, it replaces all, as there may be a hole.
 */
export function mergeDeliveries(
  existing: CachedConnection | undefined,
  incoming: CachedConnection,
  options: Pick<FieldFunctionOptions, 'args'>
): CachedConnection {
  const last = incoming.edges.at(-1)?.node.__ref
  const meets =
    existing?.edges.findIndex(({ node }) => node.__ref === last) ?? -1
  if (options.args?.after || !existing || meets < 0) {
    return mergeConversations(existing, incoming, options)
  }
  const behind = existing.edges.slice(meets + 1)
  return behind.length > 0
    ? { ...existing, edges: [...incoming.edges, ...behind] }
    : incoming
}
