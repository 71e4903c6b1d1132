import { lazy, Suspense } from 'react'

import { Popover } from 'radix-ui'
import type { MessageFields } from 'types/graphql'

import StatusMark from 'src/components/StatusMark'
import { t } from 'src/lib/language/t'
import type { StatusDescription } from 'src/lib/messageStatus/describeStatus'

const TimelinePanel = lazy(
  () => import('src/components/TimelinePanel/TimelinePanel')
)

interface MessageStatusProps {
  message: Pick<MessageFields, 'id' | 'updatedAt'>
  status: StatusDescription
  /** Whether the label is seen, and not only heard. */
  isInWords?: boolean
}

/** A message's ticks. A click shows every report behind them. */
const MessageStatus = ({ message, status, isInWords }: MessageStatusProps) => (
  <Popover.Root>
    <Popover.Trigger className="inline-flex items-center gap-1 rounded-sm text-[0.8125rem] leading-snug whitespace-nowrap hover:underline">
      <StatusMark mark={status.mark} />
      <span className={isInWords ? 'font-semibold' : 'sr-only'}>
        {status.label}
      </span>
    </Popover.Trigger>
    <Popover.Portal>
      <Popover.Content
        align="end"
        sideOffset={6}
        collisionPadding={12}
        aria-label={t('Timeline')}
        className="animate-appear z-40 flex max-h-96 w-80 flex-col overflow-y-auto rounded-xl border border-line bg-raised p-4 text-ink shadow-raised"
      >
        <Suspense fallback={<p className="text-ink-soft">{t('Loading…')}</p>}>
          <TimelinePanel id={message.id} version={message.updatedAt} />
        </Suspense>
      </Popover.Content>
    </Popover.Portal>
  </Popover.Root>
)

export default MessageStatus
