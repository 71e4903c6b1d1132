import { parse } from 'graphql'

import { createCache } from 'src/lib/apollo/cache'

import { changeLabel } from './changeLabel'

const LIST = parse(`
  query ListOfLabel($filter: ConversationFilter) {
    conversations(filter: $filter) {
      edges {
        cursor
        node {
          id
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
`)

const write = (labelId?: string) => {
  const pageInfo = {
    hasNextPage: false,
    hasPreviousPage: false,
    startCursor: null,
    endCursor: null,
  }
  return {
    query: LIST,
    variables: { filter: { folder: 'OPEN', ...(labelId && { labelId }) } },
    data: {
      conversations: {
        edges: [
          { cursor: 'a', node: { __typename: 'Conversation', id: 'c1' } },
        ],
        pageInfo,
      },
    },
  }
}

it('a label that is deleted leaves its lists empty, and no other', () => {
  const cache = createCache()
  const lists = [write('gone'), write('other'), write()]
  lists.forEach((list) => cache.writeQuery(list))
  changeLabel(cache, { id: 'gone', label: null })
  const lengths = lists.map(
    (list) =>
      cache.readQuery<{ conversations: { edges: unknown[] } }>(list)
        ?.conversations.edges.length
  )
  expect(lengths).toEqual([0, 1, 1])
})
