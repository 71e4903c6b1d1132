import { useCallback } from 'react'

import { useOperator } from 'src/hooks/useOperator'
import { announcer } from 'src/lib/announcer'
import { contactName } from 'src/lib/contactName'
import { t } from 'src/lib/language/t'
import type { InboxEvent } from 'src/lib/live/inboxEvent'
import { describeStatus, hasFailed } from 'src/lib/messageStatus/describeStatus'

/** What of an event a screen reader should hear, from the point of view of one operator. */
export function announcementOf(
  event: InboxEvent,
  operatorId: string | undefined
): string | null {
  if (event.__typename === 'MessageAdded') {
    const { direction, conversation, call } = event.message
    return direction === 'INBOUND'
      ? call
        ? t('New call from {name}', { name: contactName(conversation.contact) })
        : t('New message from {name}', {
            name: contactName(conversation.contact),
          })
      : null
  }
  if (event.__typename === 'MessageStatusChanged') {
    const { message } = event
    const isMine = !!operatorId && message.sentBy?.id === operatorId
    const isFinal = hasFailed(message) || message.status === 'DELIVERED'
    const description = describeStatus(message)
    return isMine && isFinal && description
      ? [t('Your message:'), description.label, description.detail]
          .filter(Boolean)
          .join(' ')
      : null
  }
  return null
}

export function useAnnounceEvent() {
  const operatorId = useOperator().operator?.id
  return useCallback(
    (event: InboxEvent) => {
      const text = announcementOf(event, operatorId)
      if (text) {
        announcer.say(text)
      }
    },
    [operatorId]
  )
}
