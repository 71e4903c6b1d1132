import { useEffect } from 'react'

import type { InboxChanged } from 'types/graphql'

import { useAnnounceEvent } from 'src/hooks/useAnnounceEvent'
import { touchesFailed } from 'src/hooks/useFailedLive'
import { client, onLive, receive } from 'src/lib/apollo/client'
import { catchUp } from 'src/lib/live/catchUp'
import { throttle } from 'src/lib/throttle'
import { INBOX_CHANGED } from 'src/queries/inboxChanged'

/** Counters change with almost every event; a busy inbox asks for them once a second. */
const refreshCounts = throttle(
  () => void client.refetchQueries({ include: ['InboxCountsQuery'] }),
  1000
)

/** Keeps the tab's one live stream open while the inbox is on the screen. */
export function useInboxLive() {
  const announce = useAnnounceEvent()

  useEffect(() => {
    const stopCatchingUp = onLive(() => {
      // A refetch that fails shows nothing new and takes nothing away; the next opening asks again.
      catchUp(client).catch(() => {})
    })
    const stream = client
      .subscribe<InboxChanged>({
        query: INBOX_CHANGED,
        fetchPolicy: 'no-cache',
      })
      .subscribe(({ data }) => {
        if (!data) {
          return
        }
        receive(data.inboxChanged)
        announce(data.inboxChanged)
        if (
          data.inboxChanged.__typename !== 'MessageStatusChanged' ||
          touchesFailed(data.inboxChanged)
        ) {
          refreshCounts()
        }
      })
    return () => {
      stopCatchingUp()
      stream.unsubscribe()
    }
  }, [announce])
}
