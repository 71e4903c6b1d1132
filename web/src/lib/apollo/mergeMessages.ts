import type { FieldFunctionOptions, Reference } from '@apollo/client'

import { isReadBack } from 'src/lib/thread/readBack'

import type { CachedConnection, CachedEdge } from './mergeConversations'

type Options = Pick<FieldFunctionOptions, 'args' | 'readField'>

export interface CachedThread extends CachedConnection {
  /** What happened besides, in the time of these messages and, for those that came live, beyond it. */
  entries?: Reference[]
}

/** More than anybody looks at together; what is scrolled back to is asked for again. */
export const LONGEST_RUN = 400

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

/** The edges of both, each once, with the cursor that an answer gave it. */
function unite(a: CachedEdge[], b: CachedEdge[], options: Options) {
  const all = new Map<string, CachedEdge>()
  for (const edge of [...a, ...b]) {
    const known = all.get(edge.node.__ref)
    if (!known || !known.cursor) {
      all.set(edge.node.__ref, edge)
    }
  }
  return sortEdges([...all.values()], options.readField)
}

function uniteEntries(a: CachedThread, b: CachedThread): Reference[] {
  const refs = [...(a.entries ?? []), ...(b.entries ?? [])]
  return [...new Map(refs.map((ref) => [ref.__ref, ref])).values()]
}

/** Longer than what anybody scrolls through: live messages came to its end. */
const isOverlong = ({ edges }: CachedConnection) => edges.length > LONGEST_RUN

/** What lies past the longest run goes, at the end that was not just read; only where a cursor leads back to it. */
function trim(thread: CachedThread, end: 'oldest' | 'newest'): CachedThread {
  const { edges, pageInfo } = thread
  if (!isOverlong(thread)) {
    return thread
  }
  if (end === 'newest') {
    const last = edges.findLastIndex(
      ({ cursor }, index) => cursor && index < LONGEST_RUN
    )
    const endCursor = edges[last]?.cursor
    return endCursor
      ? {
          ...thread,
          edges: edges.slice(0, last + 1),
          pageInfo: { ...pageInfo, hasNextPage: true, endCursor },
        }
      : thread
  }
  const first = edges.findIndex(
    ({ cursor }, index) => cursor && index >= edges.length - LONGEST_RUN
  )
  const startCursor = edges[first]?.cursor
  return startCursor
    ? {
        ...thread,
        edges: edges.slice(first),
        pageInfo: { ...pageInfo, hasPreviousPage: true, startCursor },
      }
    : thread
}

/**
 * Whether two runs of a thread lie upon each other. What came live is no proof of that: before it there may be a gap,
 * of which nothing was heard.
 */
function overlap(existing: CachedThread, incoming: CachedThread): boolean {
  const known = new Set(
    existing.edges.filter(({ cursor }) => cursor).map(({ node }) => node.__ref)
  )
  return incoming.edges.some(({ node }) => known.has(node.__ref))
}

/** One run of two that overlap: each of its ends is that of the run which reaches further there. */
function join(
  existing: CachedThread,
  incoming: CachedThread,
  options: Options
): CachedThread {
  const edges = unite(existing.edges, incoming.edges, options)
  const isFirst = edges[0]?.node.__ref === incoming.edges[0]?.node.__ref
  const isLast = edges.at(-1)?.node.__ref === incoming.edges.at(-1)?.node.__ref
  const start = (isFirst ? incoming : existing).pageInfo
  const end = (isLast ? incoming : existing).pageInfo
  return {
    ...incoming,
    edges,
    entries: uniteEntries(existing, incoming),
    pageInfo: {
      ...incoming.pageInfo,
      hasPreviousPage: start.hasPreviousPage,
      startCursor: start.startCursor,
      hasNextPage: end.hasNextPage,
      endCursor: end.endCursor,
    },
  }
}

/** A further page of the run, before it or behind it. */
function extend(
  existing: CachedThread,
  incoming: CachedThread,
  isEarlier: boolean,
  options: Options
): CachedThread {
  const { hasPreviousPage, startCursor, hasNextPage, endCursor } =
    incoming.pageInfo
  // A page without messages has no cursors of its own.
  const pageInfo = isEarlier
    ? {
        hasPreviousPage,
        startCursor: startCursor ?? existing.pageInfo.startCursor,
      }
    : { hasNextPage, endCursor: endCursor ?? existing.pageInfo.endCursor }
  return trim(
    {
      ...existing,
      edges: unite(existing.edges, incoming.edges, options),
      entries: uniteEntries(existing, incoming),
      pageInfo: { ...existing.pageInfo, ...pageInfo },
    },
    isEarlier ? 'newest' : 'oldest'
  )
}

/** The run as one that ends before messages of which nothing is known; null where no cursor leads to them. */
function withLaterOnes(thread: CachedThread): CachedThread | null {
  const { edges, pageInfo } = thread
  const endCursor = edges.findLast(({ cursor }) => cursor)?.cursor
  return endCursor
    ? { ...thread, pageInfo: { ...pageInfo, hasNextPage: true, endCursor } }
    : null
}

/**
 * What is known of a thread is one run of messages without a hole, which need not reach its end (`hasNextPage`).
 *
 * Pages before and behind it (`before`, `after`) make it longer. A page around a message that does not touch it takes its
 * place: somebody went there. The newest page that does not touch it takes its place where the run was the end of the
 * thread, since it no longer is, with what came live meanwhile; where somebody reads in the middle, or has scrolled back,
 * they stay there.
 */
export function mergeMessages(
  existing: CachedThread | undefined,
  incoming: CachedThread,
  options: Options
): CachedThread {
  const { args, readField } = options
  if (!existing) {
    return incoming
  }
  if (args?.before || args?.after) {
    return extend(existing, incoming, !!args.before, options)
  }
  const isRead = isReadBack(args?.conversationId)
  const isWhole =
    !incoming.pageInfo.hasPreviousPage && !incoming.pageInfo.hasNextPage
  if (isWhole || overlap(existing, incoming)) {
    const joined = join(existing, incoming, options)
    // What came live has made it longer than anybody's looking back did.
    return args?.around || joined.pageInfo.hasNextPage || isRead
      ? joined
      : trim(joined, 'oldest')
  }
  if (args?.around) {
    return incoming
  }
  if (existing.pageInfo.hasNextPage) {
    return existing
  }
  const read = isRead && withLaterOnes(existing)
  if (read) {
    return read
  }
  const newest = incoming.edges.at(-1)
  const since = newest && readField<string>('createdAt', newest.node)
  const live = existing.edges.filter(
    ({ node }) => !since || (readField<string>('createdAt', node) ?? '') > since
  )
  return {
    ...incoming,
    edges: [...incoming.edges, ...live],
    entries: uniteEntries(existing, incoming),
  }
}
