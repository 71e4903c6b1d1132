import { isPicture } from 'src/lib/media/kinds'
import { THUMBNAIL, pictureBox } from 'src/lib/pictureBox'

import type { ThreadRow } from './threadRows'

const LINE = 22
/** Letters in a line of a bubble, about. */
const LETTERS = 60

const linesOf = (text: string | null | undefined) =>
  (text ?? '')
    .split('\n')
    .reduce(
      (sum, line) => sum + Math.max(1, Math.ceil(line.length / LETTERS)),
      0
    )

/** About how high a row is, in pixels, until it is there: the better the guess, the calmer the scrollbar. */
export function estimateRow(row: ThreadRow): number {
  switch (row.kind) {
    case 'day':
      return 54
    case 'consent':
      return row.entry.note ? 52 : 32
    case 'entry':
      return row.entry.kind === 'NOTE'
        ? 58 + LINE * linesOf(row.entry.body)
        : 31
    case 'message': {
      const { message, isFirst, isLast, startsUnread } = row
      const pictures = message.media.filter(isPicture)
      const [first] = pictures
      const height =
        pictures.length === 1 && first
          ? pictureBox(first.width, first.height).height
          : pictures.length > 1
            ? THUMBNAIL.height
            : 0
      return (
        16 +
        LINE * linesOf(message.body) +
        height +
        (isFirst && message.isAutomatic ? LINE : 0) +
        (startsUnread ? 40 : 0) +
        (isLast ? 12 : 4)
      )
    }
  }
}
