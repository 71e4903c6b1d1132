import type { InboxCountsQuery } from 'types/graphql'

import { useQuery } from '@redwoodjs/web'

import type { FolderKey } from 'src/lib/folders/folders'
import { INBOX_COUNTS } from 'src/queries/inboxCounts'

export type InboxCounts = Record<FolderKey, number>

const UNKNOWN: InboxCounts = {
  open: 0,
  unread: 0,
  mine: 0,
  unassigned: 0,
  snoozed: 0,
  archived: 0,
  failed: 0,
}

/** What stands beside the folders; nothing stands there while it is not known. */
export function useInboxCounts(): InboxCounts {
  const { data } = useQuery<InboxCountsQuery>(INBOX_COUNTS)
  return data?.inboxCounts ?? UNKNOWN
}
