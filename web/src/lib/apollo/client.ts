import { ApolloClient, ApolloLink, HttpLink } from '@apollo/client'
import { onError } from '@apollo/client/link/error'
import { getMainDefinition } from '@apollo/client/utilities'

import { applyInboxEvent } from 'src/lib/live/applyInboxEvent'
import { canTakeBack } from 'src/lib/live/canTakeBack'
import { connection } from 'src/lib/live/connection'
import { createEventLog } from 'src/lib/live/eventLog'
import type { InboxEvent } from 'src/lib/live/inboxEvent'
import { createReplayLink } from 'src/lib/live/replayLink'
import { SharedLink } from 'src/lib/live/tabs/sharedLink'
import { people } from 'src/lib/presence/people'
import { serverClock } from 'src/lib/time/serverClock'

import { createCache } from './cache'
import { createNewestLink } from './newestLink'
import { session } from './session'

const url = () => window.RWJS_API_GRAPHQL_URL

const cache = createCache()
const events = createEventLog<InboxEvent>()
const apply = (event: InboxEvent) => applyInboxEvent(cache, event)

const liveListeners = new Set<() => void>()
const eventListeners = new Set<(event: InboxEvent) => void>()

const watchSession = onError(({ graphQLErrors, networkError }) => {
  const isOver =
    graphQLErrors?.some(
      ({ extensions }) => extensions?.code === 'UNAUTHENTICATED'
    ) ||
    (networkError &&
      'statusCode' in networkError &&
      networkError.statusCode === 401)
  if (isOver) {
    session.end()
  }
})

// The session is a cookie, so no request needs dbAuth's token headers, nor the fetch that gets the token.
const http = new HttpLink({
  uri: url,
  credentials: 'same-origin',
  fetch: async (...request) => {
    const response = await fetch(...request)
    serverClock.note(response.headers.get('date'))
    return response
  },
})

const live = new SharedLink({
  url,
  onOpen: () => {
    connection.set('live')
    liveListeners.forEach((listener) => listener())
  },
  onLost: () => connection.set('waiting'),
  onUnauthenticated: session.end,
})

export const client = new ApolloClient({
  cache,
  link: ApolloLink.from([
    watchSession,
    ApolloLink.split(
      ({ query }) => {
        const definition = getMainDefinition(query)
        return (
          definition.kind === 'OperationDefinition' &&
          definition.operation === 'subscription'
        )
      },
      live,
      ApolloLink.from([
        createReplayLink(events, apply, canTakeBack),
        createNewestLink(cache),
        http,
      ])
    ),
  ]),
})

/** Takes in an event from the live stream. */
export function receive(event: InboxEvent) {
  if (event.__typename === 'PresenceChanged') {
    people.change(event)
    return
  }
  events.add(event)
  apply(event)
  eventListeners.forEach((listener) => listener(event))
}

/** Calls back with each event, after the cache has it; returns how to stop that. */
export function onEvent(listener: (event: InboxEvent) => void) {
  eventListeners.add(listener)
  return () => {
    eventListeners.delete(listener)
  }
}

/** Calls back whenever the live stream opens; returns how to stop that. */
export function onLive(listener: () => void) {
  liveListeners.add(listener)
  return () => {
    liveListeners.delete(listener)
  }
}
