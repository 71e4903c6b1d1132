import { memo } from 'react'

import { PhoneCall, PhoneIncoming, PhoneMissed, Voicemail } from 'lucide-react'
import type { CallFields, ThreadMessageFields } from 'types/graphql'

import MessageMedia from 'src/components/MessageMedia'
import { useLanguage } from 'src/hooks/useLanguage'
import { useNow } from 'src/hooks/useNow'
import { describeCall } from 'src/lib/calls/describeCall'
import { cx } from 'src/lib/cx'
import { t } from 'src/lib/language/t'
import { messageAnchor } from 'src/lib/showMessage'
import { duration } from 'src/lib/time/duration'
import { clockTime, exactTime } from 'src/lib/time/time'

const ICONS = {
  ringing: PhoneCall,
  answered: PhoneIncoming,
  missed: PhoneMissed,
  voicemail: Voicemail,
}

interface CallEntryProps {
  message: ThreadMessageFields
  call: CallFields
  /** The last of a turn, whose corner points to its author. */
  isLast: boolean
}

/** A call in its thread: what became of it, how long it was, and its voicemail. */
const CallEntry = ({ message, call, isLast }: CallEntryProps) => {
  useLanguage()
  const { id, createdAt, media } = message
  const now = useNow()
  const age = now.getTime() - Date.parse(createdAt)
  const { title, detail, look, seconds } = describeCall(call, age)
  const Icon = ICONS[look]
  return (
    <article
      id={messageAnchor(id)}
      tabIndex={-1}
      aria-label={title}
      className="flex max-w-[min(75%,38rem)] flex-col items-start outline-none max-md:max-w-[86%]"
    >
      <div
        className={cx(
          'flex max-w-full min-w-64 flex-col gap-1 rounded-2xl bg-inbound px-3.5 py-2.5',
          isLast && 'rounded-bl-md'
        )}
      >
        <div className="flex items-center gap-3">
          <span
            className={cx(
              'grid size-9 shrink-0 place-items-center rounded-full bg-surface',
              look === 'missed' ? 'text-danger' : 'text-signal'
            )}
          >
            <Icon className="size-[1.15rem]" aria-hidden />
          </span>
          <div className="min-w-0 flex-1">
            <p className="font-semibold">{title}</p>
            {detail && <p className="text-sm text-ink-soft">{detail}</p>}
          </div>
          <div className="flex shrink-0 flex-col items-end self-start text-[0.8125rem] text-ink-faint tabular-nums">
            <time dateTime={createdAt} title={exactTime(createdAt)}>
              {clockTime(createdAt)}
            </time>
            {seconds !== null && (
              <span>
                <span className="sr-only">{t('Length:')} </span>
                {duration(seconds)}
              </span>
            )}
          </div>
        </div>
        {media.length > 0 && <MessageMedia files={media} />}
      </div>
    </article>
  )
}

export default memo(CallEntry)
