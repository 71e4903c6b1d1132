import { memo } from 'react'

import { Bot } from 'lucide-react'

import CallEntry from 'src/components/CallEntry'
import MessageBubble from 'src/components/MessageBubble'
import NewLine from 'src/components/NewLine'
import SendingNotice from 'src/components/SendingNotice'
import { useLanguage } from 'src/hooks/useLanguage'
import { useOperator } from 'src/hooks/useOperator'
import { cx } from 'src/lib/cx'
import { t } from 'src/lib/language/t'
import type { MessageRow } from 'src/lib/thread/threadRows'
import { authorName } from 'src/lib/twilio/participants'

type ThreadMessageProps = Omit<MessageRow, 'kind' | 'key'>

/** One message in its turn of the talk, before the first of which its author is named. */
const ThreadMessage = ({
  message,
  isFirst,
  isLast,
  startsUnread,
  sending,
}: ThreadMessageProps) => {
  useLanguage()
  const { operator } = useOperator()
  const { sentBy, call } = message
  const isOurs = message.direction === 'OUTBOUND'
  // In a Twilio conversation anybody can write, on either side.
  const author =
    sentBy?.id === operator?.id && sentBy
      ? null
      : (sentBy?.name ?? sentBy?.email ?? message.author)
  return (
    <div
      className={cx(
        'flex flex-col gap-1',
        isLast ? 'pb-3' : 'pb-1',
        isOurs ? 'items-end' : 'items-start'
      )}
    >
      {startsUnread && <NewLine />}
      {isFirst && isOurs && message.isAutomatic && (
        <p className="flex items-center gap-1 px-1 text-[0.8125rem] text-ink-faint">
          <Bot className="size-3.5" aria-hidden />
          {t('Automatic reply')}
        </p>
      )}
      {isFirst && author && (
        <p className="max-w-full truncate px-1 text-[0.8125rem] text-ink-faint">
          {authorName(author)}
        </p>
      )}
      {call ? (
        <CallEntry message={message} call={call} isLast={isLast} />
      ) : (
        <MessageBubble
          message={message}
          isLast={isLast}
          isSending={sending !== undefined}
        />
      )}
      {sending && <SendingNotice sending={sending} />}
    </div>
  )
}

export default memo(ThreadMessage)
