import type { LabelFields } from 'types/graphql'

import LabelChip from 'src/components/LabelChip'
import { fittingLabels } from 'src/lib/labels/fittingLabels'
import { t } from 'src/lib/language/t'

interface LabelChipsProps {
  labels: readonly LabelFields[]
  /** In letters. */
  room: number
}

/** The labels for which there is room in a line, and how many more there are. */
const LabelChips = ({ labels, room }: LabelChipsProps) => {
  const shown = fittingLabels(labels, room)
  const more = labels.length - shown.length
  return (
    <>
      {shown.map((label) => (
        <LabelChip key={label.id} label={label} className="!max-w-36" />
      ))}
      {more > 0 && (
        <span
          className="shrink-0 text-xs leading-5 text-ink-faint"
          title={labels.map(({ name }) => name).join(', ')}
        >
          +{more}
          <span className="sr-only">
            {' '}
            {t('{more, plural, one {label} other {labels}}', { more })}
          </span>
        </span>
      )}
    </>
  )
}

export default LabelChips
