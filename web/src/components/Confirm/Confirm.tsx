import { useState } from 'react'
import type { ReactElement, ReactNode } from 'react'

import { Popover } from 'radix-ui'

import Button from 'src/components/Button'
import { t } from 'src/lib/language/t'

interface ConfirmProps {
  /** The button that asks. */
  trigger: ReactElement
  /** What is asked, for a screen reader. */
  label: string
  /** What the button says that does it. */
  action: string
  onConfirm: () => void
  /** What becomes of it. */
  children: ReactNode
}

/** Does something after asking. */
const Confirm = ({
  trigger,
  label,
  action,
  onConfirm,
  children,
}: ConfirmProps) => {
  const [isOpen, setIsOpen] = useState(false)
  const confirm = () => {
    setIsOpen(false)
    onConfirm()
  }
  return (
    <Popover.Root open={isOpen} onOpenChange={setIsOpen}>
      <Popover.Trigger asChild>{trigger}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="end"
          sideOffset={6}
          collisionPadding={12}
          aria-label={label}
          className="animate-appear z-40 flex w-72 flex-col gap-3 rounded-xl border border-line bg-raised p-4 shadow-raised"
        >
          <div className="wrap-anywhere">{children}</div>
          <div className="flex justify-end gap-2">
            <Popover.Close asChild>
              <Button look="bare">{t('Cancel')}</Button>
            </Popover.Close>
            <Button look="primary" onClick={confirm}>
              {action}
            </Button>
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

export default Confirm
