import { Bot } from 'lucide-react'
import type { ThreadMessageFields } from 'types/graphql'

import CallEntry from 'src/components/CallEntry'
import MessageBubble from 'src/components/MessageBubble'
import { useOperator } from 'src/hooks/useOperator'
import { cx } from 'src/lib/cx'
import { authorName } from 'src/lib/twilio/participants'

/** What one author said in one go. */
const MessageTurn = ({ messages }: { messages: ThreadMessageFields[] }) => {
  const { operator } = useOperator()
  const [first] = messages
  if (!first) {
    return null
  }
  const isOurs = first.direction === 'OUTBOUND'
  const sender = first.sentBy
  // In a Twilio conversation anybody can write, on either side.
  const author =
    sender?.id === operator?.id && sender
      ? null
      : (sender?.name ?? sender?.email ?? first.author)
  return (
    <div className={cx('mb-3 flex flex-col gap-1', isOurs && 'items-end')}>
      {isOurs && first.isAutomatic && (
        <p className="flex items-center gap-1 px-1 text-[0.8125rem] text-ink-faint">
          <Bot className="size-3.5" aria-hidden />
          Automatic reply
        </p>
      )}
      {author && (
        <p className="px-1 text-[0.8125rem] text-ink-faint">
          {authorName(author)}
        </p>
      )}
      {messages.map((message, index) => {
        const { id, call } = message
        const isLast = index === messages.length - 1
        return call ? (
          <CallEntry key={id} message={message} call={call} isLast={isLast} />
        ) : (
          <MessageBubble key={id} message={message} isLast={isLast} />
        )
      })}
    </div>
  )
}

export default MessageTurn
