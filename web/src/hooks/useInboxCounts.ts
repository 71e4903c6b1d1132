import type { InboxCountsQuery } from 'types/graphql'

import { useQuery } from '@redwoodjs/web'

import { INBOX_COUNTS } from 'src/queries/inboxCounts'

/** What stands beside the folders; nothing stands there while it is not known. */
export function useInboxCounts() {
  const { data } = useQuery<InboxCountsQuery>(INBOX_COUNTS)
  const { unread = 0, failed = 0 } = data?.inboxCounts ?? {}
  return { unread, failed }
}
