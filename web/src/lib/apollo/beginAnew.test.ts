import { ApolloClient, gql } from '@apollo/client'

import { MESSAGES } from 'src/queries/messages'
import { aMessage, aThread } from 'src/testing/fixtures'

import { beginAnew } from './beginAnew'
import { createCache } from './cache'

const QUESTION = { query: MESSAGES, variables: { conversationId: 'c1' } }

function setUp() {
  const cache = createCache()
  const client = new ApolloClient({ cache })
  const write = (ids: string[]) =>
    cache.writeQuery({
      ...QUESTION,
      data: { messages: aThread(ids.map((id) => aMessage({ id }))) } as never,
    })
  return { cache, client, write }
}

it('keeps what a question leads to, and lets the rest go', () => {
  const { cache, write } = setUp()
  write(['m1', 'm2'])
  const before = cache.extract()
  const fragment = gql`
    fragment BeginAnewTest on Label {
      id
    }
  `
  const data = { __typename: 'Label', id: 'l1' }
  cache.release(cache.writeFragment({ fragment, data })?.__ref ?? '')
  expect(cache.extract()).toHaveProperty('Label:l1')
  beginAnew(cache)
  expect(cache.extract()).toEqual(before)
  expect(Object.keys(before)).toEqual(
    expect.arrayContaining(['Message:m1', 'Message:m2', 'ROOT_QUERY'])
  )
})

it('keeps what is to be kept by its id', () => {
  const { cache } = setUp()
  const fragment = gql`
    fragment BeginAnewKeptTest on Label {
      id
    }
  `
  cache.writeFragment({ fragment, data: { __typename: 'Label', id: 'l1' } })
  beginAnew(cache)
  beginAnew(cache)
  expect(cache.extract()).toHaveProperty('Label:l1')
})

it('goes on telling who watches of changes, and of those alone', async () => {
  const { cache, client, write } = setUp()
  write(['m1'])
  const shown: number[] = []
  const subscription = client
    .watchQuery({ ...QUESTION, fetchPolicy: 'cache-only' })
    .subscribe(({ data }) => shown.push(data.messages.edges.length))
  beginAnew(cache)
  write(['m1'])
  write(['m1', 'm2'])
  await new Promise((resolve) => setTimeout(resolve))
  expect(shown).toEqual([1, 2])
  subscription.unsubscribe()
})

it('remembers nothing of what is gone', () => {
  const { cache, write } = setUp()
  write(['m1'])
  // What Apollo keeps beside a field of a message, also of one that it let go.
  const storages: object[] = []
  const note = () =>
    cache.modify({
      id: 'Message:m1',
      fields: {
        body(body: string, { storage }) {
          storages.push(storage)
          return body
        },
      },
    })
  note()
  note()
  beginAnew(cache)
  note()
  expect(storages[1]).toBe(storages[0])
  expect(storages[2]).not.toBe(storages[0])
})

it('makes no document anew, which the client would keep besides', () => {
  const { cache } = setUp()
  const document = cache.transformDocument(MESSAGES)
  beginAnew(cache)
  expect(cache.transformDocument(MESSAGES)).toBe(document)
})
