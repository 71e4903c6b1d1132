import { isSameDay } from 'date-fns'
import type { ThreadMessageFields } from 'types/graphql'

/** Messages of one author that follow each other so closely are one turn of the talk. */
const PAUSE_MS = 5 * 60_000

export interface MessageGroup {
  /** The first of its day: a line with the day goes before it. */
  startsDay: boolean
  messages: ThreadMessageFields[]
}

const isBetween = (
  time: string,
  earlier: { createdAt: string } | undefined,
  later: { createdAt: string }
) =>
  !!earlier &&
  Date.parse(earlier.createdAt) <= Date.parse(time) &&
  Date.parse(time) < Date.parse(later.createdAt)

const authorOf = ({
  direction,
  sentBy,
  author,
  isAutomatic,
}: ThreadMessageFields) =>
  `${direction} ${sentBy?.id ?? ''} ${author ?? ''} ${isAutomatic}`

/** @param breaks times at which something else stands in the thread, in their order */
export function groupMessages(
  messages: readonly ThreadMessageFields[],
  breaks: readonly string[] = []
): MessageGroup[] {
  const groups: MessageGroup[] = []
  let last: ThreadMessageFields | undefined
  for (const message of messages) {
    const at = new Date(message.createdAt)
    const lastAt = last && new Date(last.createdAt)
    const isOtherDay = !lastAt || !isSameDay(at, lastAt)
    const isOtherTurn =
      !last ||
      !lastAt ||
      breaks.some((each) => isBetween(each, last, message)) ||
      authorOf(last) !== authorOf(message) ||
      at.getTime() - lastAt.getTime() > PAUSE_MS
    const group = groups[groups.length - 1]
    if (!group || isOtherDay || isOtherTurn) {
      groups.push({ startsDay: isOtherDay, messages: [message] })
    } else {
      group.messages.push(message)
    }
    last = message
  }
  return groups
}
