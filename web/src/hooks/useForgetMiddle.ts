import { useEffect } from 'react'

import { useApolloClient } from '@apollo/client'

import { changeThread } from 'src/lib/live/changeThread'

/** A thread opens at its end the next time, also where one has left it in its middle. */
export function useForgetMiddle(conversationId: string) {
  const client = useApolloClient()
  useEffect(
    () => () => {
      let isMiddle = false
      changeThread(client.cache, conversationId, (thread) => {
        isMiddle = thread.pageInfo.hasNextPage
        return thread
      })
      if (isMiddle) {
        client.cache.evict({
          id: 'ROOT_QUERY',
          fieldName: 'messages',
          args: { conversationId },
        })
      }
    },
    [client, conversationId]
  )
}
