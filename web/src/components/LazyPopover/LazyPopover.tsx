import { cloneElement, useRef, useState } from 'react'
import type { ReactElement, ReactNode } from 'react'

import type { PopoverPanelProps } from 'src/components/PopoverPanel/PopoverPanel'
import { useLibrary } from 'src/hooks/useLibrary'
import { lazyLibrary } from 'src/lib/lazyLibrary'

/** The page stands without it: what opens, keeps the focus and finds its place is a tenth of the first load. */
const panelLibrary = lazyLibrary(
  () => import('src/components/PopoverPanel/PopoverPanel')
)

interface LazyPopoverProps
  extends Pick<PopoverPanelProps, 'label' | 'side' | 'align' | 'className'> {
  /** Takes a ref, and the attributes and events of a button. */
  button: ReactElement
  children: (close: () => void) => ReactNode
}

/** A button, and what opens beside it: loaded when somebody points at it. */
const LazyPopover = ({ button, children, ...panel }: LazyPopoverProps) => {
  const anchor = useRef<HTMLElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  const { library } = useLibrary(panelLibrary, isOpen)
  const preload = () => void panelLibrary.load().catch(() => {})
  const close = () => setIsOpen(false)

  return (
    <>
      {cloneElement(button, {
        ref: anchor,
        'aria-haspopup': 'dialog',
        'aria-expanded': isOpen,
        onClick: () => setIsOpen(!isOpen),
        onPointerEnter: preload,
        onFocus: preload,
      })}
      {isOpen && library && (
        <library.default anchor={anchor} onClose={close} {...panel}>
          {children(close)}
        </library.default>
      )}
    </>
  )
}

export default LazyPopover
