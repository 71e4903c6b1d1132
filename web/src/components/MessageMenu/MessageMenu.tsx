import { Copy, Ellipsis, Link2 } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import type { ThreadMessageFields } from 'types/graphql'

import { cx } from 'src/lib/cx'
import { t } from 'src/lib/language/t'
import { noticeBoard } from 'src/lib/notices'
import { useThread } from 'src/lib/thread/threadContext'

/** A page without a secure origin has no clipboard. */
const copy = async (text: string) => {
  try {
    await navigator.clipboard.writeText(text)
    noticeBoard.post(t('Copied.'))
  } catch {
    noticeBoard.post(t('It could not be copied: the browser refused.'))
  }
}

const Item = ({
  icon: Icon,
  label,
  onSelect,
}: {
  icon: LucideIcon
  label: string
  onSelect: () => void
}) => (
  <DropdownMenu.Item
    onSelect={onSelect}
    className="flex items-center gap-2.5 rounded-lg px-2.5 py-1.5 outline-none data-highlighted:bg-hover pointer-coarse:py-2.5"
  >
    <Icon className="size-4 text-ink-soft" aria-hidden />
    {label}
  </DropdownMenu.Item>
)

/** What can be done with any message, beside its bubble while one points at it or is there by keyboard. */
const MessageMenu = ({ message }: { message: ThreadMessageFields }) => {
  const { linkTo } = useThread()
  const { id, body, direction, removedAt } = message
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger
        aria-label={t('Actions on this message')}
        className={cx(
          'absolute top-1 grid size-7 place-items-center rounded-lg text-ink-faint opacity-0 group-focus-within/message:opacity-100 group-hover/message:opacity-100 hover:bg-hover hover:text-ink focus-visible:opacity-100 data-[state=open]:opacity-100 pointer-coarse:top-0 pointer-coarse:size-9 pointer-coarse:opacity-60',
          direction === 'OUTBOUND' ? 'right-full mr-1' : 'left-full ml-1'
        )}
      >
        <Ellipsis className="size-4" aria-hidden />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="start"
          sideOffset={2}
          collisionPadding={12}
          className="animate-appear z-40 w-44 rounded-xl border border-line bg-raised p-1.5 shadow-raised"
        >
          <Item
            icon={Link2}
            label={t('Copy link')}
            onSelect={() => void copy(linkTo(id))}
          />
          {body && !removedAt && (
            <Item
              icon={Copy}
              label={t('Copy text')}
              onSelect={() => void copy(body)}
            />
          )}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

export default MessageMenu
