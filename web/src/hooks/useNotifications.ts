import { useEffect } from 'react'

import { useIsSeen } from 'src/hooks/useIsSeen'
import { useOperator } from 'src/hooks/useOperator'
import { usePlace } from 'src/hooks/usePlace'
import { onEvent } from 'src/lib/apollo/client'
import { notifierLibrary } from 'src/lib/notifications/notifierLibrary'
import { showAsSeen } from 'src/lib/notifications/tabs'
import { settings } from 'src/lib/settings/settings'

/** Sound and desktop notifications, as the operator has set them; none of what somebody looks at. */
export function useNotifications() {
  const operatorId = useOperator().operator?.id
  const { conversationId } = usePlace()
  const isSeen = useIsSeen()

  useEffect(
    () => (isSeen && conversationId ? showAsSeen(conversationId) : undefined),
    [isSeen, conversationId]
  )
  useEffect(
    () =>
      onEvent((event) => {
        const { sound, desktopNotifications } = settings.get()
        if (sound || desktopNotifications) {
          notifierLibrary
            .load()
            .then(({ notify }) => notify(event, operatorId))
            // What could not be told stands in the list all the same.
            .catch(() => {})
        }
      }),
    [operatorId]
  )
}
