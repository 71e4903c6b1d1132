import { lazy, Suspense, useState } from 'react'

import { CalendarClock } from 'lucide-react'
import { Popover } from 'radix-ui'

import IconButton from 'src/components/IconButton'
import { t } from 'src/lib/language/t'

const SendLaterForm = lazy(
  () => import('src/components/SendLaterForm/SendLaterForm')
)

interface SendLaterProps {
  disabled: boolean
  /** An ISO date. */
  onChoose: (sendAt: string) => void
}

/** The button beside Send, and the time that one picks behind it. */
const SendLater = ({ disabled, onChoose }: SendLaterProps) => {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Popover.Root open={isOpen} onOpenChange={setIsOpen}>
      <Popover.Trigger asChild>
        <IconButton
          icon={CalendarClock}
          label={t('Send later')}
          disabled={disabled}
        />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="end"
          side="top"
          sideOffset={10}
          collisionPadding={12}
          aria-label={t('Send later')}
          className="animate-appear z-40 w-72 rounded-xl border border-line bg-raised p-4 shadow-raised"
        >
          <Suspense fallback={<div className="h-36" />}>
            <SendLaterForm
              onChoose={(sendAt) => {
                setIsOpen(false)
                onChoose(sendAt)
              }}
            />
          </Suspense>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

export default SendLater
