import { useEffect } from 'react'

import type { InboxChanged } from 'types/graphql'

import { useAnnounceEvent } from 'src/hooks/useAnnounceEvent'
import { touchesFailed } from 'src/hooks/useFailedLive'
import { useOperator } from 'src/hooks/useOperator'
import { client, onLive, receive } from 'src/lib/apollo/client'
import { catchUp } from 'src/lib/live/catchUp'
import { createForgetUnseen } from 'src/lib/live/forgetUnseen'
import type { InboxEvent } from 'src/lib/live/inboxEvent'
import { catchUpWithPeople } from 'src/lib/presence/presence'
import { throttle } from 'src/lib/throttle'
import { INBOX_CHANGED } from 'src/queries/inboxChanged'

/** Counters change with almost every event; a busy inbox asks for them once a second. */
const refreshCounts = throttle(
  () => void client.refetchQueries({ include: ['InboxCountsQuery'] }),
  1000
)

/** A busy inbox has so many in half a minute; a page to which nothing comes does not grow. */
const FORGET_EVERY = 500

const forgetUnseen = createForgetUnseen(client)

const touchesCounts = (event: InboxEvent) =>
  event.__typename === 'MessageAdded' ||
  event.__typename === 'ConversationChanged' ||
  touchesFailed(event)

/** Keeps the browser's one live stream open while the inbox is on the screen. */
export function useInboxLive() {
  const announce = useAnnounceEvent()
  const userId = useOperator().operator?.id

  useEffect(() => {
    let received = 0
    const stopCatchingUp = onLive(() => {
      // A refetch that fails shows nothing new and takes nothing away; the next opening asks again.
      catchUp(client).catch(() => {})
      catchUpWithPeople()
    })
    const stream = client
      .subscribe<InboxChanged>({
        query: INBOX_CHANGED,
        fetchPolicy: 'no-cache',
        context: { userId },
      })
      .subscribe(({ data }) => {
        if (!data) {
          return
        }
        receive(data.inboxChanged)
        received += 1
        if (received % FORGET_EVERY === 0) {
          // As above: the next round asks again.
          forgetUnseen().catch(() => {})
        }
        announce(data.inboxChanged)
        if (touchesCounts(data.inboxChanged)) {
          refreshCounts()
        }
      })
    return () => {
      stopCatchingUp()
      stream.unsubscribe()
    }
  }, [announce, userId])
}
