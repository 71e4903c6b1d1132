import { ApolloClient, ApolloLink, Observable } from '@apollo/client'

import { QUERY as LIST } from 'src/components/ConversationListCell/ConversationListCell'
import { createCache } from 'src/lib/apollo/cache'
import { beginReadingBack } from 'src/lib/thread/readBack'
import { MESSAGES } from 'src/queries/messages'
import { aConnection, aConversation, aMessage } from 'src/testing/fixtures'

import { applyInboxEvent } from './applyInboxEvent'
import { createForgetUnseen } from './forgetUnseen'

function setUp() {
  const cache = createCache()
  const asked: string[] = []
  const server = new ApolloLink((operation) => {
    asked.push(operation.operationName)
    return Observable.of({
      data: {
        conversations: aConnection('Conversation', []),
        messages: { ...aConnection('Message', []), entries: [] },
      },
    })
  })
  const client = new ApolloClient({ cache, link: server })
  const open = (conversationId: string) =>
    cache.writeQuery({
      query: MESSAGES,
      variables: { conversationId },
      data: {
        messages: {
          ...aConnection('Message', [aMessage({ id: `of ${conversationId}` })]),
          entries: [],
        },
      } as never,
    })
  const known = (name: string) => name in cache.extract()
  return {
    asked,
    cache,
    client,
    forget: createForgetUnseen(client),
    known,
    open,
  }
}

const arrive = (cache: ReturnType<typeof createCache>, id: string) =>
  applyInboxEvent(cache, {
    __typename: 'MessageAdded',
    message: {
      ...aMessage({ id: `m ${id}` }),
      conversation: aConversation({ id }),
    },
  } as Parameters<typeof applyInboxEvent>[1])

it('forgets what came for conversations that nobody looks at', async () => {
  const { cache, forget, known } = setUp()
  arrive(cache, 'c1')
  expect(known('Message:m c1')).toBe(true)
  await forget()
  expect(known('Message:m c1')).toBe(false)
  expect(known('Conversation:c1')).toBe(false)
})

it('keeps the twenty threads that were opened last', async () => {
  const { forget, known, open } = setUp()
  for (let n = 0; n < 25; n += 1) {
    open(`c${n}`)
    await forget()
  }
  expect(known('Message:of c4')).toBe(false)
  expect(known('Message:of c5')).toBe(true)
  expect(known('Message:of c24')).toBe(true)
})

it('reads the list anew into which hundreds of rows came by themselves', async () => {
  const { asked, cache, client, forget } = setUp()
  const seen: number[] = []
  const subscription = client
    .watchQuery({ query: LIST, variables: { filter: {} } })
    .subscribe(({ data }) => seen.push(data.conversations.edges.length))
  await new Promise((resolve) => setTimeout(resolve))
  for (let n = 0; n < 301; n += 1) {
    arrive(cache, `c${n}`)
  }
  await forget()
  expect(asked).toEqual(['ConversationListQuery', 'ConversationListQuery'])
  expect(seen.at(-1)).toBe(0)
  subscription.unsubscribe()
})

it('reads the open thread anew that live messages made too long, once nobody reads further up', async () => {
  const { asked, cache, client, forget, open } = setUp()
  open('c1')
  const subscription = client
    .watchQuery({ query: MESSAGES, variables: { conversationId: 'c1' } })
    .subscribe(() => {})
  for (let n = 0; n <= 100; n += 1) {
    applyInboxEvent(cache, {
      __typename: 'MessageAdded',
      message: {
        ...aMessage({ id: `m ${n}` }),
        conversation: aConversation({ id: 'c1' }),
      },
    } as Parameters<typeof applyInboxEvent>[1])
  }
  const stopReading = beginReadingBack('c1')
  await forget()
  expect(asked).toEqual([])

  stopReading()
  await forget()
  expect(asked).toEqual(['MessagesQuery'])
  subscription.unsubscribe()
})
