import {
  ApolloClient,
  ApolloLink,
  ApolloProvider,
  Observable,
} from '@apollo/client'
import { parse } from 'graphql'

import { act, render, screen } from '@redwoodjs/testing/web'

import { createCache } from './cache'
import { useLastingQuery } from './useLastingQuery'

// Not by `gql`: the type generator reads every document that is, and the schema has no such thing.
const QUERY = parse('query LastingTest($id: ID!) { thing(id: $id) }')

function setUp() {
  let isUp = true
  const server = new ApolloLink(
    ({ variables }) =>
      new Observable((observer) => {
        if (!isUp) {
          return observer.error(new Error('The network is away.'))
        }
        observer.next({ data: { thing: `thing ${variables.id}` } })
        observer.complete()
      })
  )
  const client = new ApolloClient({ cache: createCache(), link: server })
  const Thing = ({ id }: { id: string }) => {
    const { data, error } = useLastingQuery<{ thing: string }, { id: string }>(
      QUERY,
      {
        variables: { id },
        fetchPolicy: 'cache-and-network',
        notifyOnNetworkStatusChange: true,
      }
    )
    return <p>{error ? 'Failure' : (data?.thing ?? 'Loading')}</p>
  }
  const tree = (id: string) => (
    <ApolloProvider client={client}>
      <Thing id={id} />
    </ApolloProvider>
  )
  return {
    client,
    tree,
    goDown: () => {
      isUp = false
    },
  }
}

const refetch = (client: ApolloClient<unknown>) =>
  act(async () => {
    await client.refetchQueries({ include: 'active' }).catch(() => {})
  })

describe('useLastingQuery', () => {
  it('keeps what it has when a refetch fails', async () => {
    const { client, tree, goDown } = setUp()
    render(tree('1'))
    await screen.findByText('thing 1')
    goDown()
    await refetch(client)
    expect(screen.getByText('thing 1')).toBeInTheDocument()
  })

  it('fails where there is nothing to keep, and never shows another’s data', async () => {
    const { tree, goDown } = setUp()
    const { rerender } = render(tree('1'))
    await screen.findByText('thing 1')
    goDown()
    rerender(tree('2'))
    expect(await screen.findByText('Failure')).toBeInTheDocument()
  })
})
