import type { TimelineQuery } from 'types/graphql'

import { cx } from 'src/lib/cx'
import { t } from 'src/lib/language/t'
import { carrierDate } from 'src/lib/messageStatus/carrierDate'
import { errorPage } from 'src/lib/messageStatus/errorPage'
import { dispositionText, sourceText } from 'src/lib/messageStatus/reports'
import { exactClockTime, exactTime } from 'src/lib/time/time'
import { authorName } from 'src/lib/twilio/participants'

export type Report = NonNullable<TimelineQuery['message']>['timeline'][number]

interface TimelineReportProps {
  report: Report
  /** The day on which it came, where it is another than that of the report before. */
  day?: string
}

const word = (status: string) =>
  status
    ? status.charAt(0) + status.slice(1).toLowerCase()
    : t('Without a status')

/** One report: what it says, when and whence it came, and what was done with it. */
const TimelineReport = ({ report, day }: TimelineReportProps) => {
  const { status, source, disposition, receivedAt } = report
  const { errorCode, errorMessage, rawDlrDoneDate, participant } = report
  const remark = dispositionText(disposition, source)
  return (
    <li className="relative pb-3 pl-4 text-[0.8125rem] last:pb-0">
      <span
        className={cx(
          'absolute top-1.5 -left-[5px] size-2 rounded-full',
          disposition === 'APPLIED' ? 'bg-signal' : 'bg-edge'
        )}
      />
      <p className="flex items-baseline gap-2 text-[0.9375rem]">
        <span className={cx(!remark && 'font-semibold')}>{word(status)}</span>
        <time
          dateTime={receivedAt}
          title={exactTime(receivedAt)}
          className="ml-auto text-sm text-ink-soft tabular-nums"
        >
          {exactClockTime(receivedAt)}
        </time>
      </p>
      <p className="text-ink-soft">
        {participant && `${authorName(participant)}, `}
        {sourceText(source)}
        {day && `, ${day}`}
      </p>
      {rawDlrDoneDate && (
        <p className="text-ink-soft">
          {t('{time} by the carrier’s clock', {
            time: carrierDate(rawDlrDoneDate),
          })}
        </p>
      )}
      {remark && (
        <p
          className={
            disposition === 'CONFLICT' ? 'text-danger' : 'text-caution'
          }
        >
          {remark}
        </p>
      )}
      {errorCode && (
        <p>
          <a
            href={errorPage(errorCode)}
            target="_blank"
            rel="noreferrer"
            className="text-danger underline"
          >
            {t('Error {errorCode}', { errorCode })}
          </a>
          {errorMessage && (
            <span className="text-ink-soft">: {errorMessage}</span>
          )}
        </p>
      )}
    </li>
  )
}

export default TimelineReport
