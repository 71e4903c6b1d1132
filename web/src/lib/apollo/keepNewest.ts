import { gql } from '@apollo/client'
import type { ApolloCache } from '@apollo/client'
import type { MessageStatus } from 'types/graphql'

import { isOlder } from 'src/lib/messageStatus/order'

const VERSION = gql`
  fragment MessageVersion on Message {
    id
    sid
    numSegments
    status
    errorCode
    errorMessage
    updatedAt
    sentAt
    deliveredAt
    readAt
  }
`

type Json = Record<string, unknown>

const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null

const isVersioned = (
  value: Json
): value is Json & { id: string; status: MessageStatus; updatedAt: string } =>
  value.__typename === 'Message' &&
  typeof value.id === 'string' &&
  typeof value.status === 'string' &&
  typeof value.updatedAt === 'string'

/**
 * An answer in which no message is older than the cache knows it.
 *
 * Answers and live events come by different connections and overtake each other. A message in `data` that is
 * older than the cached one keeps the cached status, times and error, so that a status never runs backwards.
 */
export function keepNewest<T>(cache: ApolloCache<unknown>, data: T): T {
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) {
      return value.map(visit)
    }
    if (!isJson(value)) {
      return value
    }
    const copy: Json = {}
    for (const [key, child] of Object.entries(value)) {
      copy[key] = visit(child)
    }
    return isVersioned(copy) ? { ...copy, ...newerIn(cache, copy) } : copy
  }
  return visit(data) as T
}

function newerIn(
  cache: ApolloCache<unknown>,
  incoming: Json & { id: string; status: MessageStatus; updatedAt: string }
): Json {
  const known = cache.readFragment<Json>({
    id: cache.identify({ __typename: 'Message', id: incoming.id }),
    fragment: VERSION,
    returnPartialData: true,
  })
  if (!known || !isVersioned({ __typename: 'Message', ...known })) {
    return {}
  }
  const version = known as Json & { status: MessageStatus; updatedAt: string }
  if (!isOlder(incoming, version)) {
    return {}
  }
  return Object.fromEntries(
    Object.entries(version).filter(
      ([key, value]) => key in incoming && value !== undefined
    )
  )
}
