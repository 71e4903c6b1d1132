import { useEffect, useRef, useState } from 'react'

import { useApolloClient } from '@apollo/client'
import type { ThreadMessageFields } from 'types/graphql'

import { FIRST_UNREAD } from 'src/queries/messages'

/** The message with which the last `unreadCount` that the contact wrote begin, if so many are there. */
function find(
  messages: readonly ThreadMessageFields[],
  unreadCount: number
): string | null {
  let left = unreadCount
  for (let index = messages.length - 1; index >= 0 && left > 0; index -= 1) {
    const message = messages[index]
    if (message?.direction === 'INBOUND') {
      left -= 1
      if (left === 0) {
        return message.id
      }
    }
  }
  return null
}

interface Unread {
  conversationId: string
  messages: readonly ThreadMessageFields[]
  unreadCount: number
  /** The newest message is before somebody's eyes: what comes now is no news to them. */
  isSeen: boolean
  /** Leads there, if only the server knew. Together with the answer, or the end would count as looked at in between. */
  onFound?: (id: string) => void
}

/**
 * Where what one has not read began, for as long as one looks at the conversation: reading it takes the line away from
 * nobody. `isAsking` while only the server knows.
 */
export function useFirstUnread({
  conversationId,
  messages,
  unreadCount,
  isSeen,
  onFound,
}: Unread) {
  const client = useApolloClient()
  const [firstUnreadId, setFirstUnreadId] = useState(() =>
    find(messages, unreadCount)
  )
  const [isAsking, setIsAsking] = useState(
    unreadCount > 0 && firstUnreadId === null
  )
  const known = useRef(unreadCount)

  useEffect(() => {
    if (!isAsking) {
      return
    }
    let isOver = false
    client
      .query({
        query: FIRST_UNREAD,
        variables: { conversationId },
        fetchPolicy: 'no-cache',
      })
      .then(({ data }) => data.conversation?.firstUnread?.id ?? null)
      // Without it one begins at the end, as where nothing is unread.
      .catch(() => null)
      .then((id) => {
        if (!isOver) {
          setFirstUnreadId(id)
          setIsAsking(false)
          if (id) {
            onFound?.(id)
          }
        }
      })
    return () => {
      isOver = true
    }
  }, [client, conversationId, isAsking, onFound])

  useEffect(() => {
    if (known.current === 0 && unreadCount > 0 && !isSeen) {
      setFirstUnreadId(find(messages, unreadCount))
    }
    known.current = unreadCount
  }, [messages, unreadCount, isSeen])

  return {
    firstUnreadId,
    isAsking,
    /** Whoever answers has read. */
    forget: () => setFirstUnreadId(null),
  }
}
