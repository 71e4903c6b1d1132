import { useEffect, useRef } from 'react'

import { useQuery } from '@apollo/client'
import type {
  ConsentEventFields,
  ConsentQuery,
  ConsentQueryVariables,
  ThreadMessageFields,
} from 'types/graphql'

import { CONSENT } from 'src/queries/consent'

const NONE: ConsentEventFields[] = []

/**
 * What became of a contact's consent, asked again when the contact writes: the words that matter may be anybody's.
 *
 * @param messages of the thread; without them, what the thread beside has asked for is enough
 */
export function useConsent(
  conversationId: string,
  messages?: readonly ThreadMessageFields[]
): ConsentEventFields[] {
  const { data, refetch } = useQuery<ConsentQuery, ConsentQueryVariables>(
    CONSENT,
    {
      variables: { conversationId },
      fetchPolicy: messages ? 'cache-and-network' : 'cache-first',
    }
  )
  const newest = messages?.findLast(
    ({ direction, errorCode }) => direction === 'INBOUND' || errorCode
  )?.id
  const known = useRef(newest)

  useEffect(() => {
    if (known.current !== newest) {
      known.current = newest
      // What was known stays, and the next message asks again.
      refetch().catch(() => {})
    }
  }, [newest, refetch])

  return data?.conversation?.consent ?? NONE
}
