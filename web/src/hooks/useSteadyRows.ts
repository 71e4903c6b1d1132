import { useCallback, useLayoutEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'

import type { Virtualizer } from '@tanstack/react-virtual'

/** So near to its top that the list is meant to show what is newest. */
const NEAR_PX = 4

export interface Row {
  id: string
  /** Changes where the row itself moves, which is then no measure of where the others are. */
  version: string
}

interface Placed extends Row {
  start: number
  end: number
}

/** A list that is too short can't be scrolled so far, and its rows would move under the pointer. */
const makeRoom = (box: HTMLElement, top: number, height: number) => {
  const lacking = top + box.clientHeight - height
  box.style.setProperty('padding-bottom', `${Math.max(0, lacking)}px`)
}

type ListVirtualizer = Virtualizer<HTMLDivElement, HTMLLIElement>

const idOf = (target: EventTarget | null) =>
  (target as Element | null)?.closest?.<HTMLElement>('[data-row]')?.dataset.row

/**
 * Keeps the rows that one reads where they are, while others move in and out above them: where the list is scrolled, or
 * where pointer or focus are in it. Untouched at its top, it shows what is newest.
 *
 * What came in above meanwhile is told by `hasNewAbove`. A list that went down only because it was held goes back up
 * when it is left.
 */
export function useSteadyRows(
  scroller: RefObject<HTMLDivElement>,
  virtualizer: ListVirtualizer,
  rows: readonly Row[]
) {
  const placed = useRef<Placed[]>([])
  const pointedAt = useRef<string>()
  const isPointerIn = useRef(false)
  // How far it was held away from its top; null once somebody scrolls.
  const drift = useRef<number | null>(0)
  const [hasNewAbove, setHasNewAbove] = useState(false)

  useLayoutEffect(() => {
    const box = scroller.current
    if (!box) {
      return
    }
    const now = new Map(rows.map((row, index) => [row.id, { ...row, index }]))
    const focused = box.contains(document.activeElement)
      ? idOf(document.activeElement)
      : undefined
    const top = box.scrollTop
    if (top > NEAR_PX || isPointerIn.current || focused) {
      const seen = placed.current.filter(
        ({ start, end }) => end > top && start < top + box.clientHeight
      )
      const inOrder = [pointedAt.current, focused]
        .map((id) => seen.find((row) => row.id === id))
        .concat(seen)
      const anchor = inOrder.find(
        (row) => row && now.get(row.id)?.version === row.version
      )
      const index = anchor && now.get(anchor.id)?.index
      const item =
        index === undefined ? undefined : virtualizer.measurementsCache[index]
      const moved = anchor && item ? item.start - anchor.start : 0
      if (moved !== 0) {
        makeRoom(box, top + moved, virtualizer.getTotalSize())
        box.scrollTop = top + moved
        if (drift.current !== null) {
          drift.current = box.scrollTop
        }
        if (moved > 0 && box.scrollTop > NEAR_PX) {
          setHasNewAbove(true)
        }
      }
    }
  }, [scroller, virtualizer, rows])

  // After that, and also where only the scrolling has changed what is in sight.
  useLayoutEffect(() => {
    placed.current = virtualizer.getVirtualItems().flatMap((item) => {
      const row = rows[item.index]
      return row ? [{ ...row, start: item.start, end: item.end }] : []
    })
  })

  const toTop = useCallback(() => {
    if (scroller.current) {
      scroller.current.scrollTop = 0
      scroller.current.style.removeProperty('padding-bottom')
    }
    drift.current = 0
    setHasNewAbove(false)
  }, [scroller])

  const letGo = useCallback(() => {
    const isIn =
      isPointerIn.current ||
      scroller.current?.contains(document.activeElement) === true
    if (!isIn && drift.current) {
      toTop()
    }
  }, [scroller, toTop])

  const onScroll = useCallback(() => {
    const top = scroller.current?.scrollTop ?? 0
    if (top <= NEAR_PX) {
      drift.current = 0
      scroller.current?.style.removeProperty('padding-bottom')
      setHasNewAbove(false)
    } else if (
      drift.current !== null &&
      Math.abs(top - drift.current) > NEAR_PX
    ) {
      drift.current = null
    }
  }, [scroller])

  return {
    hasNewAbove,
    toTop,
    /** For the box that scrolls. */
    onScroll,
    /** For what surrounds it, together with what leads to its top. */
    area: {
      onPointerMove: ({ target }: React.PointerEvent) => {
        isPointerIn.current = true
        pointedAt.current = idOf(target)
      },
      onPointerLeave: () => {
        isPointerIn.current = false
        pointedAt.current = undefined
        letGo()
      },
      // The focus is nowhere while it moves.
      onBlur: () => setTimeout(letGo),
    },
  }
}
