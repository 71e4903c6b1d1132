import { gql } from '@apollo/client'

import { addToThread } from 'src/lib/live/addToThread'
import { beginReadingBack } from 'src/lib/thread/readBack'
import {
  aConnection,
  aConversation,
  aMessage,
  anEntry,
  aThread,
} from 'src/testing/fixtures'

import { createCache } from './cache'
import { LONGEST_RUN } from './mergeMessages'

const MESSAGES = gql`
  query TestMessages(
    $conversationId: ID!
    $before: String
    $after: String
    $around: ID
  ) {
    messages(
      conversationId: $conversationId
      last: 3
      before: $before
      after: $after
      around: $around
    ) {
      edges {
        cursor
        node {
          id
          createdAt
        }
      }
      entries {
        id
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
  aMessage({
    id: `m${n}`,
    createdAt: new Date(Date.UTC(2026, 2, 3) + n * 1000).toISOString(),
  })

type Where = { before?: string; after?: string; around?: string }

function thread() {
  const cache = createCache()
  const variables = { conversationId: 'c1' }
  return {
    answer(
      numbers: number[],
      page = {},
      where: Where = {},
      entries: string[] = []
    ) {
      const messages = aThread(
        numbers.map(message),
        page,
        entries.map((id) => anEntry({ id }))
      )
      cache.writeQuery({
        query: MESSAGES,
        variables: { ...variables, ...where },
        data: { messages },
      })
    },
    hear: (n: number) => {
      cache.writeFragment({
        fragment: gql`
          fragment Heard on Message {
            id
            createdAt
          }
        `,
        data: message(n),
      })
      addToThread(cache, 'c1', message(n))
    },
    read() {
      const { messages } = cache.readQuery<{
        messages: {
          edges: { node: { id: string } }[]
          entries: { id: string }[]
          pageInfo: object
        }
      }>({ query: MESSAGES, variables }) ?? {
        messages: { edges: [], entries: [], pageInfo: {} },
      }
      return {
        ids: messages.edges.map(({ node }) => node.id).join(' '),
        entries: messages.entries.map(({ id }) => id).join(' '),
        pageInfo: messages.pageInfo,
      }
    },
  }
}

describe('a thread', () => {
  it('puts earlier messages before the others, once each', () => {
    const { answer, read } = thread()
    answer([4, 5, 6], { hasPreviousPage: true, startCursor: 'at 4' })
    answer(
      [2, 3, 4],
      { hasPreviousPage: true, startCursor: 'at 2', hasNextPage: true },
      { before: 'at 4' }
    )
    expect(read().ids).toBe('m2 m3 m4 m5 m6')
    expect(read().pageInfo).toMatchObject({
      ...{ hasPreviousPage: true, startCursor: 'at 2', hasNextPage: false },
    })
  })

  it('puts later messages behind the others, until there are none', () => {
    const { answer, read } = thread()
    answer([1, 2], { hasNextPage: true, endCursor: 'at 2' }, { around: 'm1' })
    answer(
      [3, 4],
      { hasNextPage: true, endCursor: 'at 4', hasPreviousPage: true },
      { after: 'at 2' }
    )
    expect(read().ids).toBe('m1 m2 m3 m4')
    expect(read().pageInfo).toMatchObject({
      ...{ hasNextPage: true, endCursor: 'at 4', hasPreviousPage: false },
    })
    answer([], { hasNextPage: false }, { after: 'at 4' })
    expect(read().pageInfo).toMatchObject({
      ...{ hasNextPage: false, endCursor: 'at 4' },
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

  it('does not take what came live after a gap for the end of it', () => {
    const { answer, hear, read } = thread()
    answer([1, 2], {})
    hear(9)
    answer([7, 8, 9], { hasPreviousPage: true })
    expect(read().ids).toBe('m7 m8 m9')
  })

  it('keeps what came live while an answer with a gap was under way', () => {
    const { answer, hear, read } = thread()
    answer([1, 2], {})
    hear(9)
    answer([6, 7, 8], { hasPreviousPage: true })
    expect(read().ids).toBe('m6 m7 m8 m9')
  })

  it('gives way to a page around a message that is elsewhere', () => {
    const { answer, read } = thread()
    answer([7, 8, 9], { hasPreviousPage: true })
    answer([2, 3, 4], { hasNextPage: true }, { around: 'm3' })
    expect(read().ids).toBe('m2 m3 m4')
    expect(read().pageInfo).toMatchObject({ hasNextPage: true })
  })

  it('is one run with a page around a message that touches it', () => {
    const { answer, read } = thread()
    answer([5, 6, 7], { hasPreviousPage: true })
    answer(
      [3, 4, 5],
      { hasPreviousPage: true, startCursor: 'at 3', hasNextPage: true },
      { around: 'm4' }
    )
    expect(read().ids).toBe('m3 m4 m5 m6 m7')
    expect(read().pageInfo).toMatchObject({
      ...{ startCursor: 'at 3', hasNextPage: false },
    })
  })

  it('stays where somebody reads in its middle, and grows no hole there', () => {
    const { answer, hear, read } = thread()
    answer([2, 3, 4], { hasNextPage: true }, { around: 'm3' })
    answer([7, 8, 9], { hasPreviousPage: true })
    hear(10)
    expect(read().ids).toBe('m2 m3 m4')
  })

  it('keeps of a long run what is being read', () => {
    const { answer, read } = thread()
    const numbers = (from: number, count: number) =>
      Array.from({ length: count }, (_, index) => from + index)
    answer(numbers(1000, 300), { hasPreviousPage: true })
    answer(
      numbers(700, 300),
      { hasPreviousPage: true, hasNextPage: true },
      { before: 'x' }
    )
    const ids = read().ids.split(' ')
    expect(ids).toHaveLength(LONGEST_RUN)
    expect(ids[0]).toBe('m700')
    expect(read().pageInfo).toMatchObject({
      ...{ hasNextPage: true, endCursor: 'cursor' },
    })
  })

  it('lets the oldest go where live messages made it too long', () => {
    const { answer, hear, read } = thread()
    answer(Array.from({ length: LONGEST_RUN }, (_, n) => 1000 + n))
    hear(1000 + LONGEST_RUN)
    hear(1001 + LONGEST_RUN)
    expect(read().ids.split(' ')).toHaveLength(LONGEST_RUN + 2)
    answer(
      [-1, 0, 1].map((n) => 1000 + LONGEST_RUN + n),
      { hasPreviousPage: true }
    )
    const ids = read().ids.split(' ')
    expect(ids).toHaveLength(LONGEST_RUN)
    expect(ids[0]).toBe('m1002')
    expect(read().pageInfo).toMatchObject({
      ...{ hasPreviousPage: true, startCursor: 'cursor', hasNextPage: false },
    })
  })

  describe('whose reader has scrolled back', () => {
    let stopReading: () => void
    beforeEach(() => {
      stopReading = beginReadingBack('c1')
    })
    afterEach(() => stopReading())

    it('keeps the oldest, however many came live', () => {
      const { answer, hear, read } = thread()
      answer(Array.from({ length: LONGEST_RUN }, (_, n) => 1000 + n))
      hear(1000 + LONGEST_RUN)
      const newest = [-1, 0].map((n) => 1000 + LONGEST_RUN + n)
      answer(newest, { hasPreviousPage: true })
      expect(read().ids.split(' ')).toHaveLength(LONGEST_RUN + 1)

      stopReading()
      answer(newest, { hasPreviousPage: true })
      expect(read().ids.split(' ')).toHaveLength(LONGEST_RUN)
    })

    it('stays where they read when the newest page does not touch it, and leads there', () => {
      const { answer, hear, read } = thread()
      answer([2, 3, 4], { hasPreviousPage: true })
      hear(5)
      answer([7, 8, 9], { hasPreviousPage: true })
      hear(10)
      expect(read()).toMatchObject({
        ids: 'm2 m3 m4 m5',
        pageInfo: { hasNextPage: true, endCursor: 'cursor' },
      })
      answer([5, 6, 7], { hasNextPage: true }, { after: 'cursor' })
      expect(read().ids).toBe('m2 m3 m4 m5 m6 m7')
    })
  })

  it('has what happened besides once, whatever page told of it', () => {
    const { answer, read } = thread()
    answer([4, 5], { hasPreviousPage: true }, {}, ['e2'])
    answer([2, 3], {}, { before: 'x' }, ['e1', 'e2'])
    expect(read().entries).toBe('e2 e1')
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
