import {
  Ban,
  CalendarClock,
  Check,
  CheckCheck,
  Clock,
  CircleHelp,
  TriangleAlert,
} from 'lucide-react'

import { cx } from 'src/lib/cx'
import type { Mark } from 'src/lib/messageStatus/describeStatus'

const MARKS = {
  clock: { icon: Clock },
  question: { icon: CircleHelp, look: 'text-caution' },
  calendar: { icon: CalendarClock },
  tick: { icon: Check },
  ticks: { icon: CheckCheck },
  read: { icon: CheckCheck, look: 'text-read' },
  failed: { icon: TriangleAlert, look: 'text-danger' },
  canceled: { icon: Ban },
} satisfies Record<Mark, { icon: unknown; look?: string }>

/** The sign of a status; its words stand beside it, seen or unseen. */
const StatusMark = ({
  mark,
  className,
}: {
  mark: Mark
  className?: string
}) => {
  const { icon: Icon, look }: { icon: typeof Clock; look?: string } =
    MARKS[mark]
  return (
    <Icon
      aria-hidden
      data-mark={mark}
      strokeWidth={2.25}
      className={cx('size-4 shrink-0', look, className)}
    />
  )
}

export default StatusMark
