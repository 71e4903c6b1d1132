import { forwardRef, memo } from 'react'

import { AlarmClock, Ellipsis } from 'lucide-react'
import type { ConversationFields, ConversationListQuery } from 'types/graphql'

import { Link } from '@redwoodjs/router'

import Avatar from 'src/components/Avatar'
import ChannelIcon from 'src/components/ChannelIcon'
import Excerpt from 'src/components/Excerpt'
import LabelChips from 'src/components/LabelChips'
import LastLine from 'src/components/LastLine'
import RowPresence from 'src/components/RowPresence'
import UnreadBadge from 'src/components/UnreadBadge'
import { useLanguage } from 'src/hooks/useLanguage'
import { useNow } from 'src/hooks/useNow'
import { contactName } from 'src/lib/contactName'
import { cx } from 'src/lib/cx'
import { t } from 'src/lib/language/t'
import { dayAndTime, exactTime, shortTime } from 'src/lib/time/time'
import { userName } from 'src/lib/userName'

type Match = ConversationListQuery['conversations']['edges'][number]['match']

interface ConversationRowProps {
  conversation: ConversationFields
  /** Which row of the list it is, of how many, and where it begins. */
  index: number
  count: number
  start: number
  /** The message that a search found, and what was searched for. */
  match?: Match
  search?: string
  /** Where there are several. */
  channelName?: string
  isOpen: boolean
  to: string
  /** Asks for what can be done with it; nothing, for who may only look. */
  onMenu?: (
    event: React.MouseEvent,
    id: string,
    spot: { x: number; y: number }
  ) => void
}

/** For labels, in letters; less where the time of its return stands beside them. */
const LABEL_ROOM = 34
const SNOOZED_ROOM = 12

const ConversationRow = forwardRef<HTMLLIElement, ConversationRowProps>(
  (
    {
      conversation,
      index,
      count,
      start,
      match,
      search,
      channelName,
      isOpen,
      to,
      onMenu,
    },
    ref
  ) => {
    useLanguage()
    const now = useNow()
    const { id, contact, channel, unreadCount, lastMessageAt } = conversation
    const { assignee, labels, snoozedUntil } = conversation
    const isUnread = unreadCount > 0
    const name = contactName(contact)
    const shownAt = match?.createdAt ?? lastMessageAt

    return (
      <li
        ref={ref}
        data-row={id}
        data-index={index}
        aria-posinset={index + 1}
        aria-setsize={count}
        style={{ transform: `translateY(${start}px)` }}
        className="group absolute inset-x-0 top-0 px-2"
        onContextMenu={
          onMenu &&
          ((event) => onMenu(event, id, { x: event.clientX, y: event.clientY }))
        }
      >
        <Link
          to={to}
          data-conversation={id}
          aria-current={isOpen ? 'true' : undefined}
          className="flex gap-3 rounded-xl px-2.5 py-2.5 -outline-offset-2 group-hover:bg-hover aria-[current=true]:bg-signal-soft"
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
                {name}
              </span>
              <RowPresence conversationId={id} />
              {shownAt && (
                <time
                  dateTime={shownAt}
                  title={exactTime(shownAt)}
                  className={cx(
                    'shrink-0 text-[0.8125rem] tabular-nums',
                    onMenu &&
                      'pointer-fine:group-focus-within:invisible pointer-fine:group-hover:invisible',
                    isUnread ? 'font-semibold text-ink' : 'text-ink-faint'
                  )}
                >
                  {shortTime(shownAt, now)}
                </time>
              )}
            </span>
            <span
              className={cx(
                'mt-0.5 flex gap-1.5 text-[0.875rem] text-ink-soft',
                match ? 'items-start' : 'items-center'
              )}
            >
              <span className={cx('contents', match && '*:mt-1')}>
                <ChannelIcon channel={channel} />
              </span>
              {match && search ? (
                <Excerpt text={match.body ?? ''} search={search} />
              ) : (
                <LastLine conversation={conversation} />
              )}
              {channelName && (
                <span className="max-w-24 shrink-0 truncate rounded-md border border-line px-1.5 text-xs leading-[1.125rem] text-ink-faint">
                  {channelName}
                </span>
              )}
              {assignee && (
                <span
                  title={t('Assigned to {name}', { name: userName(assignee) })}
                >
                  <Avatar
                    id={assignee.id}
                    name={userName(assignee)}
                    className="size-5 text-[0.5625rem]"
                  />
                  <span className="sr-only">
                    {t('Assigned to {name}', { name: userName(assignee) })}
                  </span>
                </span>
              )}
              {isUnread && (
                <UnreadBadge count={unreadCount} what={t('unread')} />
              )}
            </span>
            {(labels.length > 0 || snoozedUntil) && (
              <span className="mt-1 flex gap-1 overflow-hidden">
                {snoozedUntil && (
                  <span className="inline-flex shrink-0 items-center gap-1 pr-1 text-xs leading-5 text-ink-soft tabular-nums">
                    <AlarmClock className="size-3.5" aria-hidden />
                    <span className="sr-only">{t('Snoozed until')} </span>
                    {dayAndTime(snoozedUntil)}
                  </span>
                )}
                <LabelChips
                  labels={labels}
                  room={snoozedUntil ? SNOOZED_ROOM : LABEL_ROOM}
                />
              </span>
            )}
          </span>
        </Link>
        {onMenu && (
          <button
            type="button"
            aria-label={t('Actions for {name}', { name })}
            aria-haspopup="menu"
            onClick={(event) => {
              const { left, bottom } =
                event.currentTarget.getBoundingClientRect()
              onMenu(event, id, { x: left, y: bottom })
            }}
            className="absolute top-1.5 right-3.5 grid size-7 place-items-center rounded-lg text-ink-soft opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 hover:bg-raised hover:text-ink pointer-coarse:hidden"
          >
            <Ellipsis className="size-4" aria-hidden />
          </button>
        )}
      </li>
    )
  }
)

export default memo(ConversationRow)
