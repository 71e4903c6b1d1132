import { memo } from 'react'

import type { ThreadMessageFields } from 'types/graphql'

import MessageMedia from 'src/components/MessageMedia'
import MessageNotice from 'src/components/MessageNotice'
import MessageStatus from 'src/components/MessageStatus'
import ThreadLink from 'src/components/ThreadLink'
import { useIsLate } from 'src/hooks/useIsLate'
import { cx } from 'src/lib/cx'
import { describeStatus, hasFailed } from 'src/lib/messageStatus/describeStatus'
import { messageAnchor } from 'src/lib/showMessage'
import { clockTime, exactTime } from 'src/lib/time/time'

interface MessageBubbleProps {
  message: ThreadMessageFields
  /** The last of a turn, whose corner points to its author. */
  isLast: boolean
}

const MessageBubble = ({ message, isLast }: MessageBubbleProps) => {
  const { id, body, media, createdAt, direction, retryOf } = message
  const isOurs = direction === 'OUTBOUND'
  const status = describeStatus(message)
  const isPending = message.status === 'PENDING'
  // Every message is pending for a moment, of which nothing needs to be said.
  const isLate = useIsLate(isPending, createdAt)
  const isInWords = status?.inWords && (!isPending || isLate)

  return (
    <article
      id={messageAnchor(id)}
      tabIndex={-1}
      aria-label={isOurs ? 'Sent message' : 'Received message'}
      className={cx(
        'flex max-w-[min(75%,38rem)] flex-col gap-1 outline-none max-md:max-w-[86%]',
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
        {media.length > 0 && <MessageMedia files={media} />}
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
            {status && !isInWords && (
              <MessageStatus message={message} status={status} />
            )}
          </span>
        </div>
      </div>
      {status && isInWords && (
        <MessageNotice message={message} status={status} />
      )}
      {retryOf && (
        <p className="px-1 text-[0.8125rem] text-ink-soft">
          <ThreadLink id={retryOf.id}>An earlier try</ThreadLink> has failed.
        </p>
      )}
    </article>
  )
}

export default memo(MessageBubble)
