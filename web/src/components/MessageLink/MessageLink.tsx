import type { WebhookHealthQuery } from 'types/graphql'

import { Link } from '@redwoodjs/router'

import StatusMark from 'src/components/StatusMark'
import { useNow } from 'src/hooks/useNow'
import { contactName } from 'src/lib/contactName'
import { folderOf } from 'src/lib/folders/folderOf'
import { inboxPath } from 'src/lib/folders/inboxPath'
import { describeStatus } from 'src/lib/messageStatus/describeStatus'
import { exactTime, shortTime } from 'src/lib/time/time'

type Listed = WebhookHealthQuery['webhookHealth']['stuck'][number]

/** One message in one line, which leads to its conversation. */
const MessageLink = ({ message }: { message: Listed }) => {
  const now = useNow()
  const { conversation, body, createdAt } = message
  const status = describeStatus(message)
  return (
    <Link
      to={inboxPath({
        folder: folderOf(conversation),
        conversationId: conversation.id,
      })}
      className="-mx-2 flex items-baseline gap-3 rounded-lg px-2 py-1 hover:bg-hover"
    >
      <span className="max-w-[40%] shrink-0 truncate font-medium">
        {contactName(conversation.contact)}
      </span>
      <span className="min-w-0 flex-1 truncate text-ink-soft">{body}</span>
      {status && (
        <span className="flex shrink-0 items-center gap-1 self-center text-sm text-ink-soft">
          <StatusMark mark={status.mark} />
          <span className="max-md:sr-only">{status.label}</span>
        </span>
      )}
      <time
        dateTime={createdAt}
        title={exactTime(createdAt)}
        className="shrink-0 text-sm text-ink-faint tabular-nums"
      >
        {shortTime(createdAt, now)}
      </time>
    </Link>
  )
}

export default MessageLink
