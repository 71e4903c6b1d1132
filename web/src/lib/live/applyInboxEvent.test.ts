import type { ConversationFields, ConversationFilter } from 'types/graphql'

import { QUERY as LIST } from 'src/components/ConversationListCell/ConversationListCell'
import { QUERY as MESSAGES } from 'src/components/MessagesCell/MessagesCell'
import { createCache } from 'src/lib/apollo/cache'
import {
  aConnection,
  aConversation,
  aMessage,
  aThread,
} from 'src/testing/fixtures'

import { applyInboxEvent } from './applyInboxEvent'

const OPEN: ConversationFilter = { folder: 'OPEN' }
const UNREAD: ConversationFilter = { folder: 'UNREAD' }
const ARCHIVED: ConversationFilter = { folder: 'ARCHIVED' }

const at = (minute: number) =>
  `2026-03-03T10:${String(minute).padStart(2, '0')}:00.000Z`

const a = aConversation({ id: 'a', lastMessageAt: at(30) })
const b = aConversation({ id: 'b', lastMessageAt: at(20) })

function inbox() {
  const cache = createCache()
  const list = (
    filter: ConversationFilter,
    nodes: ConversationFields[],
    page = {}
  ) =>
    cache.writeQuery({
      query: LIST,
      variables: { filter },
      data: {
        conversations: {
          ...aConnection('Conversation', nodes, page),
          edges: nodes.map((node) => ({
            __typename: 'ConversationEdge',
            cursor: 'cursor',
            node,
            match: null,
          })),
        },
      } as never,
    })
  const ids = (filter: ConversationFilter) =>
    cache
      .readQuery({ query: LIST, variables: { filter } })
      ?.conversations.edges.map(({ node }) => node.id)
      .join(' ')
  list(OPEN, [a, b])
  list(UNREAD, [])
  list(ARCHIVED, [])
  return { cache, list, ids }
}

const changed = (conversation: ConversationFields, isNew = false) => ({
  __typename: 'ConversationChanged' as const,
  isNew,
  conversation,
})

describe('a changed conversation', () => {
  it('moves to the top of its list when it has the newest message', () => {
    const { cache, ids } = inbox()
    applyInboxEvent(cache, changed({ ...b, lastMessageAt: at(40) }))
    expect(ids(OPEN)).toBe('b a')
  })

  it('appears in the lists that it belongs to, and in no other', () => {
    const { cache, ids } = inbox()
    applyInboxEvent(
      cache,
      changed(
        aConversation({ id: 'n', lastMessageAt: at(50), unreadCount: 1 }),
        true
      )
    )
    expect([ids(OPEN), ids(UNREAD), ids(ARCHIVED)]).toEqual(['n a b', 'n', ''])
  })

  it('leaves the open ones for the archived ones', () => {
    const { cache, ids } = inbox()
    applyInboxEvent(cache, changed({ ...a, status: 'ARCHIVED' }))
    expect([ids(OPEN), ids(ARCHIVED)]).toEqual(['b', 'a'])
  })

  it('stays among the unread for the moment when it was just read', () => {
    const { cache, ids } = inbox()
    const unread = { ...a, unreadCount: 2 }
    applyInboxEvent(cache, changed(unread))
    applyInboxEvent(cache, changed({ ...unread, unreadCount: 0 }))
    expect(ids(UNREAD)).toBe('a')
  })

  it('does not stand behind rows that are not loaded', () => {
    const { cache, list, ids } = inbox()
    list(OPEN, [a, b], { hasNextPage: true, endCursor: 'b' })
    applyInboxEvent(
      cache,
      changed(aConversation({ id: 'old', lastMessageAt: at(1) }))
    )
    expect(ids(OPEN)).toBe('a b')
  })

  it('is found by what is searched for', () => {
    const { cache, list, ids } = inbox()
    const search = { ...OPEN, search: '555 0101' }
    list(search, [])
    applyInboxEvent(cache, changed(aConversation({ id: 'n' })))
    applyInboxEvent(
      cache,
      changed(
        aConversation({
          id: 'x',
          contact: { ...a.contact, id: 'p2', address: '+442079460000' },
        })
      )
    )
    expect(ids(search)).toBe('n')
  })

  it('is the same when it comes twice', () => {
    const { cache, ids } = inbox()
    const event = changed({ ...b, lastMessageAt: at(40) })
    applyInboxEvent(cache, event)
    const once = cache.extract()
    applyInboxEvent(cache, event)
    expect(cache.extract()).toEqual(once)
    expect(ids(OPEN)).toBe('b a')
  })
})

describe('a message', () => {
  const variables = { conversationId: 'a' }

  function opened() {
    const box = inbox()
    box.cache.writeQuery({
      query: MESSAGES,
      variables,
      data: {
        messages: aThread([aMessage({ createdAt: at(30) })]),
      } as never,
    })
    const thread = () =>
      box.cache
        .readQuery({ query: MESSAGES, variables })
        ?.messages.edges.map(({ node }) => `${node.id} ${node.status}`)
    return { ...box, thread }
  }

  const added = aMessage({
    id: 'm2',
    createdAt: at(40),
    direction: 'INBOUND',
    status: 'RECEIVED',
  })

  it('joins the open thread and lifts its conversation', () => {
    const { cache, thread, ids } = opened()
    applyInboxEvent(cache, {
      __typename: 'MessageAdded',
      message: {
        ...added,
        conversation: { ...a, lastMessageAt: at(40), unreadCount: 1 },
      },
    })
    expect(thread()).toEqual(['m1 SENT', 'm2 RECEIVED'])
    expect(ids(UNREAD)).toBe('a')
  })

  it('is in the thread once, however often it comes', () => {
    const { cache, thread } = opened()
    const event = {
      __typename: 'MessageAdded' as const,
      message: { ...added, conversation: a },
    }
    applyInboxEvent(cache, event)
    applyInboxEvent(cache, event)
    expect(thread()).toHaveLength(2)
  })

  it('that sends another one again is noted with that one, once', () => {
    const { cache } = opened()
    const again = {
      ...added,
      id: 'm3',
      retryOf: { __typename: 'Message' as const, id: 'm1' },
      conversation: a,
    }
    const event = { __typename: 'MessageAdded' as const, message: again }
    applyInboxEvent(cache, event)
    applyInboxEvent(cache, event)
    const [first] =
      cache.readQuery({ query: MESSAGES, variables: { conversationId: 'a' } })
        ?.messages.edges ?? []
    expect(first?.node.retries.map(({ id }) => id)).toEqual(['m3'])
  })

  it('of another conversation stays out of it', () => {
    const { cache, thread } = opened()
    applyInboxEvent(cache, {
      __typename: 'MessageAdded',
      message: { ...added, conversation: b },
    })
    expect(thread()).toHaveLength(1)
  })

  it('never goes back to an older status', () => {
    const { cache, thread } = opened()
    const status = (message: Partial<typeof added>) =>
      applyInboxEvent(cache, {
        __typename: 'MessageStatusChanged',
        message: aMessage({ createdAt: at(30), ...message }),
      })
    status({ status: 'DELIVERED', updatedAt: at(33) })
    status({ status: 'SENT', updatedAt: at(32) })
    expect(thread()).toEqual(['m1 DELIVERED'])
  })
})
