import type { TimelineQuery } from 'types/graphql'

import { cx } from 'src/lib/cx'
import { dispositionText, sourceText } from 'src/lib/messageStatus/reports'
import { dayOf, exactClockTime, exactTime } from 'src/lib/time/time'

type Report = NonNullable<TimelineQuery['message']>['timeline'][number]

interface TimelineProps {
  sid?: string | null
  /** In the order in which they were taken in. */
  events: Report[]
}

const word = (status: string) =>
  status.charAt(0) + status.slice(1).toLowerCase()

/** Every report on a message, and what was done with it. */
const Timeline = ({ sid, events }: TimelineProps) => (
  <>
    <h3 className="font-bold">Timeline</h3>
    {sid && (
      <p className="mb-3 font-mono text-xs break-all text-ink-faint">{sid}</p>
    )}
    <ol className="border-l-2 border-line">
      {events.map((event, index) => {
        const remark = dispositionText(event.disposition)
        const day = dayOf(event.receivedAt)
        const before = events[index - 1]
        const isNewDay = !before || dayOf(before.receivedAt) !== day
        return (
          <li key={event.id} className="relative pb-3 pl-4 last:pb-0">
            <span
              className={cx(
                'absolute top-1.5 -left-[5px] size-2 rounded-full',
                event.disposition === 'APPLIED' ? 'bg-signal' : 'bg-edge'
              )}
            />
            <p className="flex items-baseline gap-2">
              <span className={cx(!remark && 'font-semibold')}>
                {word(event.status)}
              </span>
              {event.errorCode && (
                <span className="text-sm text-danger">{event.errorCode}</span>
              )}
              <time
                dateTime={event.receivedAt}
                title={exactTime(event.receivedAt)}
                className="ml-auto text-sm text-ink-soft tabular-nums"
              >
                {exactClockTime(event.receivedAt)}
              </time>
            </p>
            <p className="text-[0.8125rem] text-ink-soft">
              {sourceText(event.source)}
              {isNewDay && `, ${day}`}
            </p>
            {remark && (
              <p
                className={cx(
                  'text-[0.8125rem]',
                  event.disposition === 'CONFLICT'
                    ? 'text-danger'
                    : 'text-caution'
                )}
              >
                {remark}
              </p>
            )}
          </li>
        )
      })}
    </ol>
  </>
)

export default Timeline
