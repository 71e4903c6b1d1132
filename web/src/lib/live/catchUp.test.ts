import { ApolloClient, ApolloLink, Observable } from '@apollo/client'

import { QUERY as LIST } from 'src/components/ConversationListCell/ConversationListCell'
import { QUERY as MESSAGES } from 'src/components/MessagesCell/MessagesCell'
import { createCache } from 'src/lib/apollo/cache'
import { aConnection, aMessage, aThread } from 'src/testing/fixtures'

import { catchUp } from './catchUp'

const message = (n: number) =>
  aMessage({ id: `m${n}`, createdAt: `2026-03-03T10:0${n}:00.000Z` })

function setUp() {
  const cache = createCache()
  const asked: string[] = []
  let messages = [message(1)]
  const server = new ApolloLink((operation) => {
    asked.push(operation.operationName)
    return Observable.of({
      data: { messages: aThread(messages) },
    })
  })
  const client = new ApolloClient({ cache, link: server })
  return {
    asked,
    cache,
    client,
    missed: (n: number) => {
      messages = [...messages, message(n)]
    },
  }
}

describe('catchUp', () => {
  it('brings what was missed into the thread that is on the screen', async () => {
    const { client, missed, asked } = setUp()
    const shown: string[][] = []
    const subscription = client
      .watchQuery({ query: MESSAGES, variables: { conversationId: 'a' } })
      .subscribe(({ data }) =>
        shown.push(data.messages.edges.map(({ node }) => node.id))
      )
    await new Promise((resolve) => setTimeout(resolve))
    missed(2)
    await catchUp(client)
    expect(shown.pop()).toEqual(['m1', 'm2'])
    expect(asked).toEqual(['MessagesQuery', 'MessagesQuery'])
    subscription.unsubscribe()
  })

  it('forgets the threads and lists that are not', async () => {
    const { client, cache } = setUp()
    cache.writeQuery({
      query: MESSAGES,
      variables: { conversationId: 'b' },
      data: { messages: aThread([message(1)]) } as never,
    })
    cache.writeQuery({
      query: LIST,
      variables: { filter: { status: 'ARCHIVED' } },
      data: { conversations: aConnection('Conversation', []) } as never,
    })
    await catchUp(client)
    expect(Object.keys(cache.extract().ROOT_QUERY ?? {})).toEqual([
      '__typename',
    ])
  })
})
