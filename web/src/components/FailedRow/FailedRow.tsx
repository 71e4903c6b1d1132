import type { FailedMessagesQuery } from 'types/graphql'

import { Link } from '@redwoodjs/router'

import Button from 'src/components/Button'
import { useMessageActions } from 'src/hooks/useMessageActions'
import { useNow } from 'src/hooks/useNow'
import { useOperator } from 'src/hooks/useOperator'
import { usePlace } from 'src/hooks/usePlace'
import { contactName } from 'src/lib/contactName'
import { inboxPath } from 'src/lib/folders/inboxPath'
import { t } from 'src/lib/language/t'
import { exactTime, shortTime } from 'src/lib/time/time'

type Failed = FailedMessagesQuery['failedMessages']['edges'][number]['node']

/** A message that failed: whom it was for, what it said, why, and the way to send it again. */
const FailedRow = ({ message }: { message: Failed }) => {
  const now = useNow()
  const place = usePlace()
  const { canWrite } = useOperator()
  const { retry, isUnderWay, problem } = useMessageActions(message.id)
  const { conversation, body, errorMessage, canRetry, createdAt } = message
  const isOpen = conversation.id === place.conversationId

  return (
    <li className="rounded-xl px-2.5 py-2.5 hover:bg-hover has-[[aria-current=true]]:bg-signal-soft">
      <Link
        to={inboxPath({
          folder: place.folder,
          conversationId: conversation.id,
          message: message.id,
        })}
        aria-current={isOpen ? 'true' : undefined}
        className="block rounded-md"
      >
        <span className="flex items-baseline gap-2">
          <span className="min-w-0 flex-1 truncate font-medium">
            {contactName(conversation.contact)}
          </span>
          <time
            dateTime={createdAt}
            title={exactTime(createdAt)}
            className="shrink-0 text-[0.8125rem] text-ink-faint tabular-nums"
          >
            {shortTime(createdAt, now)}
          </time>
        </span>
        <span className="block truncate text-[0.875rem] text-ink-soft">
          {body}
        </span>
      </Link>
      <div className="mt-1 flex items-end justify-between gap-3">
        <p className="min-w-0 flex-1 text-[0.8125rem] leading-snug text-danger">
          {problem ?? errorMessage}
        </p>
        {canRetry && canWrite && (
          <Button
            className="!h-7 !rounded-md !px-2.5 text-[0.8125rem]"
            disabled={isUnderWay}
            onClick={() => void retry()}
          >
            {isUnderWay ? t('Sending…') : t('Retry')}
          </Button>
        )}
      </div>
    </li>
  )
}

export default FailedRow
