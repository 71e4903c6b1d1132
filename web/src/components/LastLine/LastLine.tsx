import type { ConversationFields } from 'types/graphql'

import StatusMark from 'src/components/StatusMark'
import { useNow } from 'src/hooks/useNow'
import { describeCall } from 'src/lib/calls/describeCall'
import { cx } from 'src/lib/cx'
import { describeMedia } from 'src/lib/describeMedia'
import { t } from 'src/lib/language/t'
import { describeStatus, hasFailed } from 'src/lib/messageStatus/describeStatus'

interface LastLineProps {
  conversation: ConversationFields
}

/** The last message in one line; one that failed is seen from afar. */
const LastLine = ({ conversation }: LastLineProps) => {
  const now = useNow()
  const { lastMessage: message, channel, unreadCount } = conversation
  if (!message) {
    return <span className="flex-1 italic">{t('No messages yet')}</span>
  }
  const isFailed = hasFailed(message)
  const status =
    message.direction === 'OUTBOUND'
      ? describeStatus({ ...message, channel, sendAt: null })
      : null
  const age = now.getTime() - Date.parse(message.createdAt)
  const call = message.call && describeCall(message.call, age)
  const [media] = message.media
  return (
    <span
      className={cx(
        'flex min-w-0 flex-1 items-center gap-1',
        isFailed ? 'text-danger' : unreadCount > 0 && 'text-ink'
      )}
    >
      {status && (
        <>
          <StatusMark mark={status.mark} className="size-3.5" />
          <span className="sr-only">{status.label}: </span>
        </>
      )}
      <span className="truncate">
        {(message.removedAt ? t('Message removed') : message.body) ||
          call?.title ||
          (media ? describeMedia(media.contentType) : '') ||
          (message.location ? (message.location.label ?? t('Location')) : '') ||
          (message.redactedAt ? t('Text removed') : '')}
      </span>
    </span>
  )
}

export default LastLine
