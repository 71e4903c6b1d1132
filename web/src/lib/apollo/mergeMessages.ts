import type { FieldFunctionOptions } from '@apollo/client'

import type { CachedConnection, CachedEdge } from './mergeConversations'

type Options = Pick<FieldFunctionOptions, 'args' | 'readField'>

/** Oldest first, as the server orders a thread: `createdAt` strictly increases within a conversation. */
export function sortEdges(
  edges: CachedEdge[],
  readField: Options['readField']
): CachedEdge[] {
  const keyOf = ({ node }: CachedEdge) =>
    `${readField<string>('createdAt', node)} ${node.__ref}`
  return edges
    .map((edge) => ({ edge, key: keyOf(edge) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ edge }) => edge)
}

/**
 * Pages of a thread overlap or touch, and together they are one run without a hole.
 *
 * The newest page (no `before`) that does not reach back to what is known has a gap before it: then only what
 * came live since it was read is kept, and the rest is read again by scrolling up.
 */
export function mergeMessages(
  existing: CachedConnection | undefined,
  incoming: CachedConnection,
  { args, readField }: Options
): CachedConnection {
  if (!existing) {
    return incoming
  }
  const incomingRefs = new Set(incoming.edges.map(({ node }) => node.__ref))
  const kept = existing.edges.filter(
    ({ node }) => !incomingRefs.has(node.__ref)
  )

  if (args?.before) {
    return {
      ...existing,
      edges: sortEdges([...incoming.edges, ...kept], readField),
      pageInfo: {
        ...existing.pageInfo,
        hasPreviousPage: incoming.pageInfo.hasPreviousPage,
        startCursor: incoming.pageInfo.startCursor,
      },
    }
  }

  const oldest = incoming.edges[0]
  const touches =
    !incoming.pageInfo.hasPreviousPage ||
    existing.edges.some(({ node }) => node.__ref === oldest?.node.__ref)
  if (!touches) {
    const newest = incoming.edges[incoming.edges.length - 1]
    const since = newest && readField<string>('createdAt', newest.node)
    const live = kept.filter(
      ({ node }) =>
        !since || (readField<string>('createdAt', node) ?? '') > since
    )
    return { ...incoming, edges: [...incoming.edges, ...live] }
  }
  const older = kept.length > 0 && incoming.pageInfo.hasPreviousPage
  return {
    ...incoming,
    edges: sortEdges([...kept, ...incoming.edges], readField),
    pageInfo: older ? existing.pageInfo : incoming.pageInfo,
  }
}
