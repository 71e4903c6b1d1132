import { memo } from 'react'

import type { ThreadMessageFields } from 'types/graphql'

import LocationCard from 'src/components/LocationCard'
import MessageAnswer from 'src/components/MessageAnswer'
import MessageMedia from 'src/components/MessageMedia'
import MessageMenu from 'src/components/MessageMenu'
import MessageNotice from 'src/components/MessageNotice'
import MessageQuote from 'src/components/MessageQuote'
import MessageStatus from 'src/components/MessageStatus'
import RemovedText from 'src/components/RemovedText'
import StatusMark from 'src/components/StatusMark'
import ThreadLink from 'src/components/ThreadLink'
import { useIsLate } from 'src/hooks/useIsLate'
import { useLanguage } from 'src/hooks/useLanguage'
import { cx } from 'src/lib/cx'
import { t } from 'src/lib/language/t'
import { describeStatus, hasFailed } from 'src/lib/messageStatus/describeStatus'
import { describeRedaction } from 'src/lib/privacy'
import { messageAnchor } from 'src/lib/showMessage'
import { clockTime, exactTime } from 'src/lib/time/time'
import { authorName } from 'src/lib/twilio/participants'

interface MessageBubbleProps {
  message: ThreadMessageFields
  /** The last of a turn, whose corner points to its author. */
  isLast: boolean
  /** The server has not answered yet: there is nothing to be told of it. */
  isSending?: boolean
}

const MessageBubble = ({ message, isLast, isSending }: MessageBubbleProps) => {
  useLanguage()
  const { id, body, media, createdAt, direction, retryOf } = message
  const { editedAt, removedAt, redactedAt, missedBy } = message
  // A file that is still there speaks for itself.
  const isTextGone = redactedAt && !media.some(({ url }) => url)
  const isOurs = direction === 'OUTBOUND'
  const status = describeStatus(message)
  const isPending = message.status === 'PENDING'
  // Every message is pending for a moment, of which nothing needs to be said.
  const isLate = useIsLate(isPending, createdAt)
  const isInWords = status?.inWords && !isSending && (!isPending || isLate)

  return (
    <article
      id={messageAnchor(id)}
      tabIndex={-1}
      aria-label={isOurs ? t('Sent message') : t('Received message')}
      className={cx(
        'group/message flex max-w-[min(75%,38rem)] flex-col gap-1 outline-none max-md:max-w-[86%]',
        isOurs ? 'items-end' : 'items-start'
      )}
    >
      <MessageQuote message={message} />
      {/* Beside the bubble, and not beside what is said below it, which may be wider. */}
      <div className="relative max-w-full">
        {!isSending && <MessageMenu message={message} />}
        <div
          className={cx(
            'flow-root rounded-2xl px-3.5 pt-2 pb-2',
            isOurs ? 'bg-outbound text-on-outbound' : 'bg-inbound',
            isLast && (isOurs ? 'rounded-br-md' : 'rounded-bl-md'),
            hasFailed(message) && 'outline outline-danger'
          )}
        >
          {media.length > 0 && !removedAt && <MessageMedia files={media} />}
          {message.location && <LocationCard location={message.location} />}
          <MessageAnswer message={message} />
          <div dir="auto" className="wrap-anywhere whitespace-pre-wrap">
            {removedAt ? <RemovedText at={removedAt} /> : body}
            {isTextGone && !removedAt && (
              <RemovedText
                at={redactedAt}
                words={describeRedaction({ ...message, redactedAt })}
              />
            )}
            {/* A float takes the rest of the last line where it fits, and a line of its own where it does not. */}
            <span
              dir="ltr"
              className={cx(
                'float-right mt-[0.2rem] ml-3 flex items-center gap-1 text-[0.8125rem] tabular-nums select-none',
                isOurs ? 'text-outbound-soft' : 'text-ink-faint'
              )}
            >
              {editedAt && !removedAt && (
                <span title={t('Edited {time}', { time: exactTime(editedAt) })}>
                  {t('Edited')}
                </span>
              )}
              <time dateTime={createdAt} title={exactTime(createdAt)}>
                {clockTime(createdAt)}
              </time>
              {isSending && (
                <span className="inline-flex items-center">
                  <StatusMark mark={status?.mark ?? 'clock'} />
                  <span className="sr-only">{t('Sending')}</span>
                </span>
              )}
              {status && !isInWords && !isSending && (
                <MessageStatus message={message} status={status} />
              )}
            </span>
          </div>
        </div>
      </div>
      {status && isInWords && (
        <MessageNotice message={message} status={status} />
      )}
      {missedBy && missedBy.length > 0 && !hasFailed(message) && (
        <p className="px-1 text-[0.8125rem] text-danger">
          {t('It did not reach {names}.', {
            names: missedBy.map(authorName).join(', '),
          })}
        </p>
      )}
      {retryOf && (
        <p className="px-1 text-[0.8125rem] text-ink-soft">
          <ThreadLink id={retryOf.id}>{t('An earlier try')}</ThreadLink>{' '}
          {t('has failed.')}
        </p>
      )}
    </article>
  )
}

export default memo(MessageBubble)
