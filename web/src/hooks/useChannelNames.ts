import { useMemo } from 'react'

import { useQuery } from '@apollo/client'
import type {
  ChannelNamesQuery,
  ChannelNamesQueryVariables,
} from 'types/graphql'

import { CHANNEL_NAMES } from 'src/queries/channels'

/**
 * What our addresses are called, by their addresses. Nothing, where there is one channel: then there is nothing to tell
 * apart.
 */
export function useChannelNames(): ReadonlyMap<string, string> {
  const { data } = useQuery<ChannelNamesQuery, ChannelNamesQueryVariables>(
    CHANNEL_NAMES
  )
  return useMemo(() => {
    const channels = data?.channels ?? []
    return new Map(
      channels.length > 1
        ? channels.map(({ address, name }) => [address, name])
        : []
    )
  }, [data])
}
