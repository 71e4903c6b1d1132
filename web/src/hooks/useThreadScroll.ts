import {
  startTransition,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'

import { useVirtualizer } from '@tanstack/react-virtual'

import { estimateRow } from 'src/lib/thread/estimateRow'
import type { ThreadRow } from 'src/lib/thread/threadRows'

/** So near to the end that the newest message is read. */
const NEAR_PX = 48

/** Room above the oldest row and below the newest one, where further pages announce themselves. */
const PADDING_PX = 56

/** Rows beyond what is seen; few, until it is seen. */
const OVERSCAN = 6
const FIRST_OVERSCAN = 1

/** What of the talk before it is still seen above a row that one is led to. */
const CONTEXT_PX = 72

interface ThreadScroll {
  rows: readonly ThreadRow[]
  /** There are later messages, which are not loaded. */
  hasLater: boolean
  /** The key of the row to begin at; null for the end. */
  startAt: string | null
}

/**
 * Lays out the rows that are in view, and keeps the place: rows that come in above do not move what is read, and who is
 * at the end stays there, whether rows come or the composer grows.
 */
export function useThreadScroll({ rows, hasLater, startAt }: ThreadScroll) {
  const scroller = useRef<HTMLDivElement>(null)
  const [isAtEnd, setIsAtEnd] = useState(startAt === null)
  const [overscan, setOverscan] = useState(FIRST_OVERSCAN)
  useEffect(() => startTransition(() => setOverscan(OVERSCAN)), [])
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: useCallback(
      (index: number) => {
        const row = rows[index]
        return row ? estimateRow(row) : 0
      },
      [rows]
    ),
    getItemKey: useCallback(
      (index: number) => rows[index]?.key ?? index,
      [rows]
    ),
    overscan,
    paddingStart: PADDING_PX,
    paddingEnd: hasLater ? PADDING_PX : 4,
    scrollPaddingStart: CONTEXT_PX,
    anchorTo: 'end',
    scrollEndThreshold: NEAR_PX,
    initialOffset: startAt === null ? Number.MAX_SAFE_INTEGER : 0,
    directDomUpdates: true,
  })

  // By the element: the virtualizer may hear of a scroll only after us.
  const look = useCallback(() => {
    const element = scroller.current
    if (element) {
      const { scrollHeight, scrollTop, clientHeight } = element
      setIsAtEnd(scrollHeight - scrollTop - clientHeight < NEAR_PX)
    }
  }, [])

  const toEnd = useCallback(() => {
    virtualizer.scrollToEnd()
    setIsAtEnd(true)
  }, [virtualizer])

  const toRow = useCallback(
    (key: string, align: 'start' | 'center') => {
      const index = rows.findIndex((row) => row.key === key)
      if (index < 0) {
        return false
      }
      virtualizer.scrollToIndex(index, { align })
      look()
      return true
    },
    [rows, virtualizer, look]
  )

  /** Whether one has to scroll down to see where the row begins. */
  const isBelow = useCallback(
    (key: string) => {
      const element = scroller.current
      const index = rows.findIndex((row) => row.key === key)
      const row = virtualizer.measurementsCache[index]
      return (
        !!element &&
        !!row &&
        row.start >= element.scrollTop + element.clientHeight
      )
    },
    [rows, virtualizer]
  )

  const start = useRef(startAt)
  useLayoutEffect(() => {
    if (!start.current || !toRow(start.current, 'start')) {
      virtualizer.scrollToEnd()
    }
    // Where one begins is decided once.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])

  // The composer grows and shrinks, and so does the room for the thread.
  const wasAtEnd = useRef(isAtEnd)
  wasAtEnd.current = isAtEnd
  useEffect(() => {
    const element = scroller.current
    if (!element || !('ResizeObserver' in window)) {
      return
    }
    const observer = new ResizeObserver(() => {
      if (wasAtEnd.current) {
        virtualizer.scrollToEnd()
      }
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [virtualizer])

  // Rows that come while one is elsewhere make the end farther away. Who was at the end goes along. By ourselves: the
  // virtualizer follows what is appended, but not where, after a gap, the newest page takes the place of all that was there.
  const extent = `${rows[0]?.key} ${rows.length} ${rows[rows.length - 1]?.key}`
  useLayoutEffect(() => {
    if (wasAtEnd.current && !hasLater) {
      virtualizer.scrollToEnd()
    } else {
      look()
    }
  }, [look, virtualizer, extent, hasLater])

  return { scroller, virtualizer, isAtEnd, look, toEnd, toRow, isBelow }
}
