import type { ReactNode } from 'react'

import type { LabelFields } from 'types/graphql'

import { cx } from 'src/lib/cx'
import { labelStyle } from 'src/lib/labels/labelColors'

interface LabelChipProps {
  label: Pick<LabelFields, 'name' | 'color'>
  className?: string
  /** What can be done with it, behind its name. */
  children?: ReactNode
}

const LabelChip = ({ label, className, children }: LabelChipProps) => (
  <span
    style={labelStyle(label.color)}
    className={cx(
      'label-chip inline-flex max-w-full min-w-0 items-center rounded-md px-1.5 text-xs leading-5 font-medium',
      className
    )}
  >
    <bdi className="truncate">{label.name}</bdi>
    {children}
  </span>
)

export default LabelChip
