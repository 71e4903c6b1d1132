import { useCallback, useEffect, useRef, useState } from 'react'

import type { MessageFields } from 'types/graphql'

/** So near to the end that the newest message is read. */
const NEAR_PX = 48

/**
 * Whether the end of the thread is in view, and how to get there.
 *
 * The thread is a reversed column: its scroll position counts from the end, so that earlier messages come in
 * above without moving what is read, and a thread opens at its end without a jump.
 */
export function useThreadScroll(messages: readonly MessageFields[]) {
  const scroller = useRef<HTMLDivElement>(null)
  const [isAtEnd, setIsAtEnd] = useState(true)
  const newest = messages[messages.length - 1]

  const onScroll = useCallback(() => {
    const top = scroller.current?.scrollTop ?? 0
    setIsAtEnd(Math.abs(top) < NEAR_PX)
  }, [])

  const toEnd = useCallback(() => {
    if (scroller.current) {
      scroller.current.scrollTop = 0
    }
  }, [])

  // Whoever writes wants to see what they wrote.
  useEffect(() => {
    if (newest?.direction === 'OUTBOUND') {
      toEnd()
    }
  }, [newest?.id, newest?.direction, toEnd])

  return { scroller, isAtEnd, onScroll, toEnd }
}
