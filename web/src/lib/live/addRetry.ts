import { gql } from '@apollo/client'
import type { ApolloCache } from '@apollo/client'
import type { MessageFields } from 'types/graphql'

const RETRIES = gql`
  fragment MessageRetries on Message {
    id
    retries {
      id
    }
  }
`

interface MessageRetries {
  __typename: 'Message'
  id: string
  retries: { __typename: 'Message'; id: string }[]
}

/** Notes a message that came live with the one that it sends again, of which no event comes. */
export function addRetry(
  cache: ApolloCache<unknown>,
  { id, retryOf }: MessageFields
) {
  if (!retryOf) {
    return
  }
  const original = {
    id: cache.identify({ __typename: 'Message', id: retryOf.id }),
    fragment: RETRIES,
  }
  const known = cache.readFragment<MessageRetries>(original)
  if (known && !known.retries.some((retry) => retry.id === id)) {
    cache.writeFragment<MessageRetries>({
      ...original,
      data: {
        ...known,
        retries: [...known.retries, { __typename: 'Message', id }],
      },
    })
  }
}
