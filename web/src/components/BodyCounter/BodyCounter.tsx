import { BODY_LIMIT } from 'src/lib/bodyLimit'
import { cx } from 'src/lib/cx'

const NUMBER = new Intl.NumberFormat(navigator.language)

/** How much of a body's room is used; nothing for an empty one. */
const BodyCounter = ({ length }: { length: number }) => {
  const isOver = length > BODY_LIMIT
  return (
    <span
      // Only the end of the room is worth interrupting for.
      role={isOver ? 'alert' : undefined}
      className={cx(
        'text-[0.8125rem] tabular-nums',
        isOver ? 'font-semibold text-danger' : 'text-ink-faint',
        length === 0 && 'invisible'
      )}
    >
      <span className="sr-only">Characters: </span>
      {NUMBER.format(length)} / {NUMBER.format(BODY_LIMIT)}
    </span>
  )
}

export default BodyCounter
