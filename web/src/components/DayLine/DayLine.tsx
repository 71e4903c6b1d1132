import { useNow } from 'src/hooks/useNow'
import { dayLabel } from 'src/lib/time/time'

/** Where one day ends and the next begins. */
const DayLine = ({ at }: { at: string }) => (
  <div role="separator" className="flex items-center gap-3 py-4">
    <span className="h-px flex-1 bg-line" />
    <time
      dateTime={at}
      className="text-[0.8125rem] font-semibold text-ink-faint"
    >
      {dayLabel(at, useNow())}
    </time>
    <span className="h-px flex-1 bg-line" />
  </div>
)

export default DayLine
