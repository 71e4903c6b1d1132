import { lazy, Suspense } from 'react'

import { Popover } from 'radix-ui'

import StatusMark from 'src/components/StatusMark'
import { cx } from 'src/lib/cx'
import type { StatusDescription } from 'src/lib/messageStatus/describeStatus'

const TimelinePanel = lazy(
  () => import('src/components/TimelinePanel/TimelinePanel')
)

interface MessageStatusProps {
  messageId: string
  status: StatusDescription
}

/** A message's ticks. A click shows every report behind them; what needs words has them beside it. */
const MessageStatus = ({ messageId, status }: MessageStatusProps) => {
  const { mark, label, detail } = status
  const isFailed = mark === 'failed'
  return (
    <div
      className={cx(
        'text-[0.8125rem] leading-snug',
        detail ? 'px-1' : 'flex',
        detail && (isFailed ? 'text-danger' : 'text-ink-soft')
      )}
    >
      <Popover.Root>
        <Popover.Trigger className="inline-flex items-center gap-1 rounded-sm align-bottom whitespace-nowrap hover:underline">
          <StatusMark mark={mark} />
          <span className={detail ? 'font-semibold' : 'sr-only'}>{label}</span>
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Content
            align="end"
            sideOffset={6}
            collisionPadding={12}
            aria-label="Timeline"
            className="animate-appear z-40 flex max-h-96 w-80 flex-col overflow-y-auto rounded-xl border border-line bg-raised p-4 text-ink shadow-raised"
          >
            <Suspense fallback={<p className="text-ink-soft">Loading…</p>}>
              <TimelinePanel id={messageId} />
            </Suspense>
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
      {detail && <span className="wrap-anywhere">: {detail}</span>}
    </div>
  )
}

export default MessageStatus
