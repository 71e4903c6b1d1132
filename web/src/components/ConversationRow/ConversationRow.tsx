import { memo } from 'react'

import type { ConversationFields } from 'types/graphql'

import { Link } from '@redwoodjs/router'

import Avatar from 'src/components/Avatar'
import ChannelIcon from 'src/components/ChannelIcon'
import LastLine from 'src/components/LastLine'
import UnreadBadge from 'src/components/UnreadBadge'
import { useNow } from 'src/hooks/useNow'
import { contactName } from 'src/lib/contactName'
import { cx } from 'src/lib/cx'
import { exactTime, shortTime } from 'src/lib/time/time'

interface ConversationRowProps {
  conversation: ConversationFields
  /** Where there are several. */
  channelName?: string
  isOpen: boolean
  to: string
}

const ConversationRow = ({
  conversation,
  channelName,
  isOpen,
  to,
}: ConversationRowProps) => {
  const now = useNow()
  const { contact, channel, unreadCount, lastMessageAt } = conversation
  const isUnread = unreadCount > 0

  return (
    <li>
      <Link
        to={to}
        aria-current={isOpen ? 'true' : undefined}
        className="flex items-center gap-3 rounded-xl px-2.5 py-2.5 -outline-offset-2 hover:bg-hover aria-[current=true]:bg-signal-soft"
      >
        <Avatar id={contact.id} name={contact.name} />
        <span className="min-w-0 flex-1">
          <span className="flex items-baseline gap-2">
            <span
              className={cx(
                'min-w-0 flex-1 truncate',
                isUnread ? 'font-bold' : 'font-medium'
              )}
            >
              {contactName(contact)}
            </span>
            {lastMessageAt && (
              <time
                dateTime={lastMessageAt}
                title={exactTime(lastMessageAt)}
                className={cx(
                  'shrink-0 text-[0.8125rem] tabular-nums',
                  isUnread ? 'font-semibold text-ink' : 'text-ink-faint'
                )}
              >
                {shortTime(lastMessageAt, now)}
              </time>
            )}
          </span>
          <span className="mt-0.5 flex items-center gap-1.5 text-[0.875rem] text-ink-soft">
            <ChannelIcon channel={channel} />
            <LastLine conversation={conversation} />
            {channelName && (
              <span className="max-w-28 shrink-0 truncate rounded-md border border-line px-1.5 text-xs text-ink-faint">
                {channelName}
              </span>
            )}
            {isUnread && <UnreadBadge count={unreadCount} what="unread" />}
          </span>
        </span>
      </Link>
    </li>
  )
}

export default memo(ConversationRow)
