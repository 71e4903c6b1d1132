import type { TimelineQuery } from 'types/graphql'

import TimelineReport from 'src/components/TimelineReport'
import { t } from 'src/lib/language/t'
import { dayOf } from 'src/lib/time/time'

interface TimelineProps {
  /** Its reports are in the order in which they were taken in. */
  message: TimelineQuery['message']
}

/** Every report on a message, and what was done with it. */
const Timeline = ({ message }: TimelineProps) => {
  const reports = message?.timeline ?? []
  return (
    <>
      <h3 className="font-bold">{t('Timeline')}</h3>
      {message?.sid && (
        <p className="mb-3 font-mono text-xs break-all text-ink-faint">
          {message.sid}
        </p>
      )}
      <ol className="border-l-2 border-line">
        {reports.map((report, index) => {
          const day = dayOf(report.receivedAt)
          const before = reports[index - 1]
          const isNewDay = !before || dayOf(before.receivedAt) !== day
          return (
            <TimelineReport
              key={report.id}
              report={report}
              day={isNewDay ? day : undefined}
            />
          )
        })}
      </ol>
    </>
  )
}

export default Timeline
