import type { LabelColor } from 'types/graphql'

import { COLORS } from './labelColors'

/** The color that fewest labels have; gray is for who chooses it. */
export function nextColor(labels: readonly { color: LabelColor }[]) {
  const uses = (color: LabelColor) =>
    labels.filter((label) => label.color === color).length
  return COLORS.filter((color) => color !== 'GRAY').reduce((best, color) =>
    uses(color) < uses(best) ? color : best
  )
}
