import { gql } from '@apollo/client'

import { aConnection, aConversation, aMessage } from 'src/testing/fixtures'

import { createCache } from './cache'

const MESSAGES = gql`
  query TestMessages($conversationId: ID!, $before: String) {
    messages(conversationId: $conversationId, last: 3, before: $before) {
      edges {
        cursor
        node {
          id
          createdAt
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
`

const CONVERSATIONS = gql`
  query TestConversations($filter: ConversationFilter, $after: String) {
    conversations(filter: $filter, first: 2, after: $after) {
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
`

const message = (n: number) =>
  aMessage({ id: `m${n}`, createdAt: `2026-03-03T10:00:0${n}.000Z` })

function thread() {
  const cache = createCache()
  const variables = { conversationId: 'c1' }
  return {
    answer(numbers: number[], page = {}, before?: string) {
      cache.writeQuery({
        query: MESSAGES,
        variables: { ...variables, before },
        data: { messages: aConnection('Message', numbers.map(message), page) },
      })
    },
    read() {
      const { messages } = cache.readQuery<{
        messages: { edges: { node: { id: string } }[]; pageInfo: object }
      }>({ query: MESSAGES, variables }) ?? {
        messages: { edges: [], pageInfo: {} },
      }
      return {
        ids: messages.edges.map(({ node }) => node.id).join(' '),
        pageInfo: messages.pageInfo,
      }
    },
  }
}

describe('a thread', () => {
  it('puts earlier messages before the others, once each', () => {
    const { answer, read } = thread()
    answer([4, 5, 6], { hasPreviousPage: true, startCursor: 'at 4' })
    answer([2, 3, 4], { hasPreviousPage: true, startCursor: 'at 2' }, 'at 4')
    expect(read().ids).toBe('m2 m3 m4 m5 m6')
    expect(read().pageInfo).toMatchObject({
      hasPreviousPage: true,
      startCursor: 'at 2',
    })
  })

  it('keeps earlier messages, and where they begin, when the newest are read again', () => {
    const { answer, read } = thread()
    answer([2, 3, 4], { hasPreviousPage: true, startCursor: 'at 2' })
    answer([4, 5, 6], { hasPreviousPage: true, startCursor: 'at 4' })
    expect(read().ids).toBe('m2 m3 m4 m5 m6')
    expect(read().pageInfo).toMatchObject({ startCursor: 'at 2' })
  })

  it('drops what lies behind a gap rather than hide the gap', () => {
    const { answer, read } = thread()
    answer([1, 2, 3], { hasPreviousPage: false })
    answer([6, 7, 8], { hasPreviousPage: true, startCursor: 'at 6' })
    expect(read().ids).toBe('m6 m7 m8')
    expect(read().pageInfo).toMatchObject({
      hasPreviousPage: true,
      startCursor: 'at 6',
    })
  })

  it('keeps what came live while an answer with a gap was under way', () => {
    const { answer, read } = thread()
    answer([1, 2, 9], { hasPreviousPage: false })
    answer([6, 7, 8], { hasPreviousPage: true })
    expect(read().ids).toBe('m6 m7 m8 m9')
  })
})

describe('a list', () => {
  const ids = (cache: ReturnType<typeof createCache>) =>
    cache
      .readQuery<{ conversations: { edges: { node: { id: string } }[] } }>({
        query: CONVERSATIONS,
        variables: { filter: { status: 'OPEN' } },
      })
      ?.conversations.edges.map(({ node }) => node.id)
      .join(' ')

  const answer = (
    cache: ReturnType<typeof createCache>,
    names: string[],
    after?: string
  ) =>
    cache.writeQuery({
      query: CONVERSATIONS,
      variables: { filter: { status: 'OPEN' }, after },
      data: {
        conversations: aConnection(
          'Conversation',
          names.map((id) => aConversation({ id }))
        ),
      },
    })

  it('grows by further pages, each conversation once', () => {
    const cache = createCache()
    answer(cache, ['a', 'b'])
    answer(cache, ['b', 'c'], 'b')
    expect(ids(cache)).toBe('a b c')
  })

  it('begins anew with a first page', () => {
    const cache = createCache()
    answer(cache, ['a', 'b'])
    answer(cache, ['c', 'd'], 'b')
    answer(cache, ['x', 'a'])
    expect(ids(cache)).toBe('x a')
  })
})
