import type { ComponentPropsWithoutRef } from 'react'

import { cx } from 'src/lib/cx'

interface ListProps extends ComponentPropsWithoutRef<'ul'> {
  isOrdered?: boolean
  /** With a line between its rows, and around them. */
  isRuled?: boolean
}

/**
 * A list that is one for everybody: Safari takes the role from a list without bullets.
 *
 * @see https://developer.mozilla.org/en-US/docs/Web/CSS/list-style#accessibility
 */
const List = ({ isOrdered, isRuled, className, ...props }: ListProps) => {
  const Tag: 'ul' = isOrdered ? ('ol' as 'ul') : 'ul'
  return (
    <Tag
      // eslint-disable-next-line jsx-a11y/no-redundant-roles
      role="list"
      className={cx(
        isRuled && 'divide-y divide-line border-y border-line',
        className
      )}
      {...props}
    />
  )
}

export default List
