import type { ReactNode } from 'react'

import { ApolloProvider, useMutation, useSubscription } from '@apollo/client'

import { GraphQLHooksProvider } from '@redwoodjs/web'

import { client } from './client'
import { useLastingQuery } from './useLastingQuery'

/** Redwood asks for these, for Cells that suspend. Ours don't, and so Apollo's need not be loaded. */
const notHere = (): never => {
  throw new Error('Cells do not suspend here.')
}

/**
 * What RedwoodApolloProvider does, with our own client.
 *
 * Redwood's brings uploads, persisted queries and a stream that gives up after five tries, and a hook that lets
 * Cells drop their data when a refetch fails.
 */
const GraphQLProvider = ({ children }: { children: ReactNode }) => (
  <ApolloProvider client={client}>
    <GraphQLHooksProvider
      useQuery={useLastingQuery}
      useMutation={useMutation}
      useSubscription={useSubscription}
      useSuspenseQuery={notHere}
      useBackgroundQuery={notHere}
      useReadQuery={notHere}
    >
      {children}
    </GraphQLHooksProvider>
  </ApolloProvider>
)

export default GraphQLProvider
