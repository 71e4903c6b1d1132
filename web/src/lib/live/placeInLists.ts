import type { ApolloCache, Reference } from '@apollo/client'
import type { ConversationFields, ConversationFilter } from 'types/graphql'

import type {
  CachedConnection,
  CachedEdge,
} from 'src/lib/apollo/mergeConversations'
import { belongs } from 'src/lib/folders/belongs'

type ReadField = <T>(name: string, from: Reference) => T | undefined

/** `conversations:{"filter":{…}}`, as the cache names a list. */
export function filterOf(storeFieldName: string): ConversationFilter {
  const json = storeFieldName.slice(storeFieldName.indexOf(':') + 1)
  try {
    return (JSON.parse(json) as { filter?: ConversationFilter }).filter ?? {}
  } catch {
    return {}
  }
}

/**
 * What keeps a row in a list that it is in.
 *
 * What was just read stays among the unread until the list is asked for again: rows must not vanish under the pointer,
 * and the list itself shows which of them is the open one. What the server found in a text, the page could not find.
 */
const lasting = ({
  folder,
  ...filter
}: ConversationFilter): ConversationFilter => ({
  ...filter,
  folder: folder === 'UNREAD' ? 'OPEN' : folder,
  search: undefined,
})

/** Newest activity first, then the id, as the server orders a list. */
const isBefore = (a: [string, string], b: [string, string]) =>
  a[0] === b[0] ? a[1] > b[1] : a[0] > b[0]

function insert(
  edges: CachedEdge[],
  edge: CachedEdge,
  complete: boolean,
  readField: ReadField
): CachedEdge[] {
  const keyOf = ({ node }: CachedEdge): [string, string] => [
    readField<string | null>('lastMessageAt', node) ?? '',
    readField<string>('id', node) ?? '',
  ]
  const key = keyOf(edge)
  const position = edges.findIndex((other) => isBefore(key, keyOf(other)))
  if (position >= 0) {
    return [...edges.slice(0, position), edge, ...edges.slice(position)]
  }
  // Behind the last row that is loaded it comes with the next page, or not at all.
  return complete || edges.length === 0 ? [...edges, edge] : edges
}

/** Puts a conversation, already written to the cache, where it belongs now in each list that was ever loaded. */
export function placeInLists(
  cache: ApolloCache<unknown>,
  conversation: ConversationFields
) {
  const ref = cache.identify({
    __typename: 'Conversation',
    id: conversation.id,
  })
  if (!ref) {
    return
  }
  cache.modify<{ conversations: CachedConnection }>({
    id: 'ROOT_QUERY',
    fields: {
      conversations(existing, { storeFieldName, readField }) {
        const list = existing as CachedConnection
        const filter = filterOf(storeFieldName)
        const others = list.edges.filter(({ node }) => node.__ref !== ref)
        const known = list.edges.find(({ node }) => node.__ref === ref)
        const stays = known && belongs(conversation, lasting(filter))
        if (!stays && !belongs(conversation, filter)) {
          return known ? { ...list, edges: others } : list
        }
        const edge: CachedEdge = known ?? {
          __typename: 'ConversationEdge',
          cursor: '',
          node: { __ref: ref },
          match: null,
        }
        const complete = !list.pageInfo.hasNextPage
        return {
          ...list,
          edges: insert(others, edge, complete, readField as ReadField),
        }
      },
    },
  })
}
