import { memo } from 'react'

import type { MessageFields } from 'types/graphql'

import MediaChip from 'src/components/MediaChip'
import MessageStatus from 'src/components/MessageStatus'
import { cx } from 'src/lib/cx'
import { describeStatus, hasFailed } from 'src/lib/messageStatus/describeStatus'
import { clockTime, exactTime } from 'src/lib/time/time'

interface MessageBubbleProps {
  message: MessageFields
  /** The last of a turn, whose corner points to its author. */
  isLast: boolean
}

const MessageBubble = ({ message, isLast }: MessageBubbleProps) => {
  const { body, media, createdAt, direction } = message
  const isOurs = direction === 'OUTBOUND'
  const status = describeStatus(message)

  return (
    <article
      aria-label={isOurs ? 'Sent message' : 'Received message'}
      className={cx(
        'flex max-w-[min(75%,38rem)] flex-col gap-1 max-md:max-w-[86%]',
        isOurs ? 'items-end' : 'items-start'
      )}
    >
      <div
        className={cx(
          'flow-root max-w-full rounded-2xl px-3.5 pt-2 pb-2',
          isOurs ? 'bg-outbound text-on-outbound' : 'bg-inbound',
          isLast && (isOurs ? 'rounded-br-md' : 'rounded-bl-md'),
          hasFailed(message) && 'outline outline-danger'
        )}
      >
        {media.length > 0 && (
          <ul className="flex flex-wrap gap-1.5 py-1">
            {media.map((file) => (
              <MediaChip key={file.id} file={file} />
            ))}
          </ul>
        )}
        <div dir="auto" className="wrap-anywhere whitespace-pre-wrap">
          {body}
          {/* A float takes the rest of the last line where it fits, and a line of its own where it does not. */}
          <span
            dir="ltr"
            className={cx(
              'float-right mt-[0.2rem] ml-3 flex items-center gap-1 text-[0.8125rem] tabular-nums select-none',
              isOurs ? 'text-outbound-soft' : 'text-ink-faint'
            )}
          >
            <time dateTime={createdAt} title={exactTime(createdAt)}>
              {clockTime(createdAt)}
            </time>
            {status && !status.detail && (
              <MessageStatus messageId={message.id} status={status} />
            )}
          </span>
        </div>
      </div>
      {status?.detail && (
        <MessageStatus messageId={message.id} status={status} />
      )}
    </article>
  )
}

export default memo(MessageBubble)
