import { BODY_LIMIT } from 'src/lib/bodyLimit'
import { cx } from 'src/lib/cx'
import { count } from 'src/lib/language/number'
import { t } from 'src/lib/language/t'
import type { Segments } from 'src/lib/segments/readSegments'

interface BodyCounterProps {
  length: number
  segments: Segments | undefined
  /** With attachments it is one message of another kind, whose text is not split. */
  isMms?: boolean
}

/** How much of a body's room is used, and how many texts it is on the air; nothing for an empty one. */
const BodyCounter = ({ length, segments, isMms }: BodyCounterProps) => {
  const isOver = length > BODY_LIMIT
  return (
    <span
      className={cx(
        'text-[0.8125rem] whitespace-nowrap text-ink-faint tabular-nums',
        length === 0 && !isMms && 'invisible'
      )}
    >
      {isMms && 'MMS · '}
      {segments && !isMms && !isOver && (
        <>
          {t('{count, plural, one {# text} other {# texts}}', {
            count: segments.count,
          })}
          {' · '}
          {segments.encoding}
          {' · '}
        </>
      )}
      <span
        // Only the end of the room is worth interrupting for.
        role={isOver ? 'alert' : undefined}
        className={cx(isOver && 'font-semibold text-danger')}
      >
        <span className="sr-only">{t('Characters:')} </span>
        {count(length)} / {count(BODY_LIMIT)}
      </span>
    </span>
  )
}

export default BodyCounter
