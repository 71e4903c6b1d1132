import type { FieldFunctionOptions, Reference } from '@apollo/client'

export interface CachedEdge {
  __typename?: string
  cursor: string
  node: Reference
  /** The message in which a search found it. */
  match?: Reference | null
}

export interface CachedConnection {
  __typename?: string
  edges: CachedEdge[]
  pageInfo: {
    __typename?: string
    hasNextPage: boolean
    hasPreviousPage: boolean
    startCursor: string | null
    endCursor: string | null
  }
}

/**
 * A further page is put behind the list; a first page replaces it, with everything behind it.
 *
 * A tail that was read before a gap can't be told from one with holes, so it is read again when it is scrolled to.
 */
export function mergeConversations(
  existing: CachedConnection | undefined,
  incoming: CachedConnection,
  { args }: Pick<FieldFunctionOptions, 'args'>
): CachedConnection {
  if (!args?.after || !existing) {
    return incoming
  }
  const known = new Set(existing.edges.map(({ node }) => node.__ref))
  return {
    ...incoming,
    edges: [
      ...existing.edges,
      ...incoming.edges.filter(({ node }) => !known.has(node.__ref)),
    ],
  }
}
