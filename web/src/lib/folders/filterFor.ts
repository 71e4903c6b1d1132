import type { ConversationFilter } from 'types/graphql'

import type { Folder } from './folders'
import type { Place } from './inboxPath'

/** What stands in the address besides the folder and narrows its list. */
const narrowing = ({ q, channel, sender, label, assignee }: Place) => ({
  ...(channel && { channel }),
  ...(sender && { senderAddress: sender }),
  ...(label && { labelId: label }),
  ...(assignee && { assigneeId: assignee }),
  ...(q && { search: q }),
})

/** Whether anything but the folder says what it lists. */
export const isNarrowed = ({ inbox }: Folder, filter: ConversationFilter) =>
  Object.keys(filter).some(
    (key) => key !== 'folder' && !(inbox === 'MINE' && key === 'assigneeId')
  )

/**
 * Which conversations a place lists.
 *
 * Mine names who asks, which the server knows anyway: so it can be told of a conversation that comes live whether it is
 * theirs, and what one operator has cached is no other's.
 */
export function filterFor(
  { inbox }: Folder,
  place: Place,
  operatorId: string | undefined
): ConversationFilter {
  const filter = narrowing(place)
  return inbox === 'MINE'
    ? { ...filter, folder: inbox, assigneeId: operatorId }
    : { ...filter, ...(inbox && { folder: inbox }) }
}
