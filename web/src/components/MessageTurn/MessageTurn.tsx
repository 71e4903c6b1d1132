import type { ThreadMessageFields } from 'types/graphql'

import MessageBubble from 'src/components/MessageBubble'
import { useOperator } from 'src/hooks/useOperator'
import { cx } from 'src/lib/cx'

/** What one author said in one go. */
const MessageTurn = ({ messages }: { messages: ThreadMessageFields[] }) => {
  const { operator } = useOperator()
  const [first] = messages
  if (!first) {
    return null
  }
  const isOurs = first.direction === 'OUTBOUND'
  const author = first.sentBy
  return (
    <div className={cx('mb-3 flex flex-col gap-1', isOurs && 'items-end')}>
      {isOurs && author && author.id !== operator?.id && (
        <p className="px-1 text-[0.8125rem] text-ink-faint">
          {author.name ?? author.email}
        </p>
      )}
      {messages.map((message, index) => (
        <MessageBubble
          key={message.id}
          message={message}
          isLast={index === messages.length - 1}
        />
      ))}
    </div>
  )
}

export default MessageTurn
