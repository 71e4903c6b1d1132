import { useEffect } from 'react'

import { client, onEvent } from 'src/lib/apollo/client'
import type { InboxEvent } from 'src/lib/live/inboxEvent'
import { hasFailed } from 'src/lib/messageStatus/describeStatus'
import { throttle } from 'src/lib/throttle'

/** Whether an event puts a message among the failed ones, or takes one away. */
export const touchesFailed = (event: InboxEvent) =>
  (event.__typename === 'MessageAdded' ||
    event.__typename === 'MessageStatusChanged') &&
  (hasFailed(event.message) || event.message.retryOf !== null)

/** Once a second at most: a broken sender fails a whole campaign. */
const refresh = throttle(
  () =>
    // A refetch that fails takes nothing away; the next event asks again.
    client.refetchQueries({ include: ['FailedMessagesQuery'] }).catch(() => {}),
  1000
)

/** Keeps the list of failed messages fresh while it is on the screen. */
export function useFailedLive() {
  useEffect(() => onEvent((event) => touchesFailed(event) && refresh()), [])
}
