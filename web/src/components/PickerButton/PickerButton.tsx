import { useState } from 'react'
import type { ReactElement } from 'react'

import { Popover } from 'radix-ui'
import type { ConversationFields } from 'types/graphql'

import ConversationPicker from 'src/components/ConversationPicker'
import type { PickerKind } from 'src/components/ConversationPicker'
import { t } from 'src/lib/language/t'

const LABELS = {
  assign: () => t('Assign to'),
  labels: () => t('Labels'),
  snooze: () => t('Snooze until'),
}

interface PickerButtonProps {
  kind: PickerKind
  conversation: ConversationFields
  onSnoozed?: () => void
  /** The button itself. */
  children: ReactElement
}

/** A button in the head of a conversation, and what is chosen behind it. */
const PickerButton = ({
  kind,
  conversation,
  onSnoozed,
  children,
}: PickerButtonProps) => {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Popover.Root open={isOpen} onOpenChange={setIsOpen}>
      <Popover.Trigger asChild>{children}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="end"
          sideOffset={6}
          collisionPadding={12}
          aria-label={LABELS[kind]()}
          className="animate-appear z-40 w-72 rounded-xl border border-line bg-raised shadow-raised"
        >
          <ConversationPicker
            kind={kind}
            conversation={conversation}
            onDone={() => setIsOpen(false)}
            onSnoozed={onSnoozed}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

export default PickerButton
