import { useRef } from 'react'
import type { ReactNode, RefObject } from 'react'

import { Popover } from 'radix-ui'

import { cx } from 'src/lib/cx'

export interface PopoverPanelProps {
  /** The button that it belongs to. */
  anchor: RefObject<HTMLElement>
  label: string
  onClose: () => void
  side?: 'top' | 'bottom'
  align?: 'start' | 'end'
  className?: string
  children: ReactNode
}

/** What opens beside a button; it gives the focus back to it, unless somebody has put that elsewhere. */
const PopoverPanel = ({
  anchor,
  label,
  onClose,
  side = 'bottom',
  align = 'start',
  className,
  children,
}: PopoverPanelProps) => {
  const wentElsewhere = useRef(false)
  return (
    <Popover.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Popover.Anchor virtualRef={anchor as RefObject<HTMLElement>} />
      <Popover.Portal>
        <Popover.Content
          side={side}
          align={align}
          sideOffset={6}
          collisionPadding={12}
          aria-label={label}
          onInteractOutside={(event) => {
            // The button closes by itself what it has opened.
            if (anchor.current?.contains(event.target as Node)) {
              event.preventDefault()
            } else {
              wentElsewhere.current = true
            }
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            if (!wentElsewhere.current) {
              anchor.current?.focus()
            }
          }}
          className={cx(
            'animate-appear z-40 rounded-xl border border-line bg-raised shadow-raised',
            className
          )}
        >
          {children}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

export default PopoverPanel
