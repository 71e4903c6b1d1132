import { cx } from 'src/lib/cx'

const LOOKS = {
  sun: 'bg-sun text-on-sun',
  danger: 'bg-danger text-surface',
}

interface UnreadBadgeProps {
  count: number
  what: string
  look?: keyof typeof LOOKS
}

/** The flash: so many wait for somebody. */
const UnreadBadge = ({ count, what, look = 'sun' }: UnreadBadgeProps) => (
  <span
    className={cx(
      'inline-block min-w-5 shrink-0 rounded-full px-1.5 text-center text-xs leading-5 font-bold whitespace-nowrap tabular-nums',
      LOOKS[look]
    )}
  >
    {count > 99 ? '99+' : count}
    <span className="sr-only"> {what}</span>
  </span>
)

export default UnreadBadge
