import { useEffect } from 'react'

import type { ConversationFields } from 'types/graphql'

import { useMutation } from '@redwoodjs/web'

import { useIsSeen } from 'src/hooks/useIsSeen'
import { useOperator } from 'src/hooks/useOperator'
import { placeInLists } from 'src/lib/live/placeInLists'
import { MARK_CONVERSATION_READ } from 'src/queries/conversationMutations'

interface Seen {
  conversationId: string
  unreadCount: number
  /** The newest message is on the screen. */
  isAtEnd: boolean
}

/**
 * Marks a conversation as read once its end is before somebody's eyes: an open tab in the background reads nothing.
 * Returns whether it is.
 */
export function useMarkRead({ conversationId, unreadCount, isAtEnd }: Seen) {
  const isSeen = useIsSeen()
  const { canWrite } = useOperator()
  const [markRead] = useMutation<{ conversation: ConversationFields }>(
    MARK_CONVERSATION_READ,
    {
      update: (cache, { data }) =>
        data && placeInLists(cache, data.conversation),
    }
  )

  const isRead = canWrite && isSeen && isAtEnd && unreadCount > 0
  useEffect(() => {
    if (isRead) {
      // If it fails it stays unread, and the next look tries again.
      markRead({ variables: { id: conversationId } }).catch(() => {})
    }
  }, [isRead, unreadCount, conversationId, markRead])
  return isSeen && isAtEnd
}
