import { useState } from 'react'

import {
  AlarmClock,
  Archive,
  ArchiveRestore,
  Mail,
  MailOpen,
  Tag,
  UserCheck,
  UserPlus,
} from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { DropdownMenu, Popover } from 'radix-ui'
import type { ConversationFields } from 'types/graphql'

import ConversationPicker from 'src/components/ConversationPicker'
import type { PickerKind } from 'src/components/ConversationPicker'
import { useConversationActions } from 'src/hooks/useConversationActions'
import { useOperator } from 'src/hooks/useOperator'
import { t } from 'src/lib/language/t'

/** Where it was asked for, in the window's pixels. */
export interface MenuSpot {
  x: number
  y: number
}

interface RowMenuProps {
  conversation: ConversationFields
  spot: MenuSpot
  onClose: () => void
  /** What is open beside the list leaves it when it is put away, or marked as unread. */
  onPutAway: (conversation: ConversationFields) => void
}

interface ItemProps {
  icon: LucideIcon
  label: string
  onSelect: (event: Event) => void
  disabled?: boolean
}

const Item = ({ icon: Icon, label, ...props }: ItemProps) => (
  <DropdownMenu.Item
    {...props}
    className="flex items-center gap-2.5 rounded-lg px-2.5 py-1.5 outline-none data-disabled:opacity-50 data-highlighted:bg-hover pointer-coarse:py-2.5"
  >
    <Icon className="size-4 text-ink-soft" aria-hidden />
    {label}
  </DropdownMenu.Item>
)

const PANEL =
  'animate-appear z-40 rounded-xl border border-line bg-raised shadow-raised'

/** What can be done with a conversation of the list, where it was asked for. */
const RowMenu = ({ conversation, spot, onClose, onPutAway }: RowMenuProps) => {
  const [picker, setPicker] = useState<PickerKind | null>(null)
  const { operator } = useOperator()
  const actions = useConversationActions(conversation.id)
  const { status, unreadCount, messageCount, assignee } = conversation
  const isMine = assignee?.id === operator?.id

  // A menu that closes takes its picker with it.
  const choose = (kind: PickerKind) => (event: Event) => {
    event.preventDefault()
    setPicker(kind)
  }
  const putAway = async (isDone: Promise<boolean>) => {
    if (await isDone) {
      onPutAway(conversation)
    }
  }
  const closeUnless = (isOpen: boolean) => !isOpen && onClose()
  const anchor = (
    <button
      type="button"
      tabIndex={-1}
      aria-hidden
      className="pointer-events-none fixed size-0"
      style={{ left: spot.x, top: spot.y }}
    />
  )

  if (picker) {
    return (
      <Popover.Root open onOpenChange={closeUnless}>
        <Popover.Anchor asChild>{anchor}</Popover.Anchor>
        <Popover.Portal>
          <Popover.Content
            align="start"
            sideOffset={2}
            collisionPadding={12}
            aria-label={t('Choose')}
            // Whoever opened it knows where the focus goes.
            onCloseAutoFocus={(event) => event.preventDefault()}
            className={`${PANEL} w-72`}
          >
            <ConversationPicker
              kind={picker}
              conversation={conversation}
              onDone={onClose}
              onSnoozed={() => onPutAway(conversation)}
            />
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
    )
  }
  return (
    <DropdownMenu.Root open onOpenChange={closeUnless}>
      <DropdownMenu.Trigger asChild>{anchor}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="start"
          sideOffset={2}
          collisionPadding={12}
          aria-label={t('Actions')}
          aria-labelledby={undefined}
          onCloseAutoFocus={(event) => event.preventDefault()}
          className={`${PANEL} w-52 p-1.5`}
        >
          {operator && (
            <Item
              icon={UserCheck}
              label={isMine ? t('Assign to nobody') : t('Assign to me')}
              onSelect={() =>
                void actions.assign.run({
                  userId: isMine ? null : operator.id,
                })
              }
            />
          )}
          <Item
            icon={UserPlus}
            label={t('Assign to…')}
            onSelect={choose('assign')}
          />
          <Item icon={Tag} label={t('Labels…')} onSelect={choose('labels')} />
          <Item
            icon={AlarmClock}
            label={t('Snooze…')}
            onSelect={choose('snooze')}
          />
          <DropdownMenu.Separator className="mx-1 my-1.5 border-t border-line" />
          {unreadCount > 0 ? (
            <Item
              icon={MailOpen}
              label={t('Mark as read')}
              onSelect={() => void actions.markRead.run()}
            />
          ) : (
            <Item
              icon={Mail}
              label={t('Mark as unread')}
              disabled={messageCount === 0}
              onSelect={() => void putAway(actions.markUnread.run())}
            />
          )}
          {status !== 'OPEN' && (
            <Item
              icon={ArchiveRestore}
              label={status === 'SNOOZED' ? t('Wake up') : t('Reopen')}
              onSelect={() => void actions.reopen.run()}
            />
          )}
          {status !== 'ARCHIVED' && (
            <Item
              icon={Archive}
              label={t('Archive')}
              onSelect={() => void putAway(actions.archive.run())}
            />
          )}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

export default RowMenu
