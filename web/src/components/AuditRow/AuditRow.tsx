import { useState } from 'react'

import { Check, CircleHelp, ShieldX, X } from 'lucide-react'
import type { AuditEntryFields } from 'types/graphql'

import AuditDetails from 'src/components/AuditDetails'
import {
  actionWords,
  actorWords,
  outcomeWords,
  subjectWords,
} from 'src/lib/audit/words'
import { cx } from 'src/lib/cx'
import { dayAndTime, exactTime } from 'src/lib/time/time'

const MARKS = {
  DONE: { icon: Check, look: 'text-ink-faint' },
  REFUSED: { icon: ShieldX, look: 'text-danger' },
  FAILED: { icon: X, look: 'text-caution' },
  UNKNOWN: { icon: CircleHelp, look: 'text-caution' },
}

/** The columns of the list; on a phone, the lines of a card. */
export const AUDIT_COLUMNS =
  'grid grid-cols-[1.25rem_10rem_minmax(0,11rem)_minmax(0,1fr)_8.5rem] items-baseline gap-x-4 max-md:grid-cols-[1.25rem_minmax(0,1fr)_auto] max-md:gap-x-3'

/** One thing that somebody did; opened, all that is known of it. */
const AuditRow = ({ entry }: { entry: AuditEntryFields }) => {
  const { at, action, actor, subject, outcome, address, changes } = entry
  const [isOpen, setIsOpen] = useState(false)
  const { icon: Icon, look } = MARKS[outcome ?? 'UNKNOWN']
  const thing = subjectWords(subject)

  return (
    <li>
      <details onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
        <summary
          className={cx(
            AUDIT_COLUMNS,
            'cursor-pointer list-none rounded-lg px-2 py-2 hover:bg-hover [&::-webkit-details-marker]:hidden'
          )}
        >
          <span className="self-start pt-0.5">
            <Icon className={cx('size-4', look)} aria-hidden />
            <span className="sr-only">{outcomeWords(outcome)}</span>
          </span>
          <time
            dateTime={at}
            title={exactTime(at)}
            className="text-sm whitespace-nowrap text-ink-soft tabular-nums max-md:col-start-3 max-md:row-start-1"
          >
            {dayAndTime(at)}
          </time>
          <span className="truncate font-medium max-md:col-start-2 max-md:row-start-1">
            {actorWords(actor)}
          </span>
          <span className="min-w-0 max-md:col-span-2 max-md:col-start-2">
            <span className="wrap-anywhere">
              {actionWords(action)}
              {thing && (
                <>
                  {': '}
                  <span
                    className={
                      subject?.name
                        ? 'font-medium'
                        : 'font-mono text-[0.8125rem] text-ink-soft'
                    }
                  >
                    {thing}
                  </span>
                </>
              )}
            </span>
            {changes.length > 0 && (
              <span className="block text-sm text-ink-soft wrap-anywhere">
                {changes
                  .map(
                    ({ field, before, after }) =>
                      `${field}: ${before ?? '–'} → ${after ?? '–'}`
                  )
                  .join(', ')}
              </span>
            )}
          </span>
          <span className="truncate text-right text-sm text-ink-soft tabular-nums max-md:col-span-2 max-md:col-start-2 max-md:text-left">
            {address}
          </span>
        </summary>
        {isOpen && (
          <div className="px-2 pt-1 pb-3">
            <AuditDetails entry={entry} />
          </div>
        )}
      </details>
    </li>
  )
}

export default AuditRow
