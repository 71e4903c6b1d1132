import { useCallback, useState } from 'react'

import { useApolloClient } from '@apollo/client'

import { t } from 'src/lib/language/t'
import { changeThread } from 'src/lib/live/changeThread'
import { noticeBoard } from 'src/lib/notices'
import { MESSAGES, PAGE } from 'src/queries/messages'

/** Puts the newest page of a thread in the place of what is known of it: whoever read in the middle goes to the end. */
export function useToNewest(conversationId: string) {
  const client = useApolloClient()
  const [isUnderWay, setIsUnderWay] = useState(false)

  const toNewest = useCallback(async () => {
    setIsUnderWay(true)
    try {
      const { data } = await client.query({
        query: MESSAGES,
        variables: { conversationId, last: PAGE },
        fetchPolicy: 'no-cache',
      })
      client.cache.batch({
        update: (cache) => {
          // A run that is the end of the thread gives way to the newest page (see mergeMessages).
          changeThread(cache, conversationId, (thread) => ({
            ...thread,
            pageInfo: { ...thread.pageInfo, hasNextPage: false },
            edges: [],
          }))
          cache.writeQuery({
            query: MESSAGES,
            variables: { conversationId, last: PAGE },
            data,
          })
        },
      })
      return true
    } catch {
      noticeBoard.post(t('The newest messages could not be loaded.'))
      return false
    } finally {
      setIsUnderWay(false)
    }
  }, [client, conversationId])

  return { toNewest, isUnderWay }
}
