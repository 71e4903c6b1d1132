import UnreadBadge from 'src/components/UnreadBadge'
import type { InboxCounts } from 'src/hooks/useInboxCounts'
import type { FolderKey } from 'src/lib/folders/folders'

interface FolderBadgeProps {
  folder: FolderKey
  counts: InboxCounts
}

const COUNT = new Intl.NumberFormat(navigator.language, {
  notation: 'compact',
  maximumFractionDigits: 1,
})

/** How many there are in a folder: loud where they wait for somebody, and else only where there is room. */
const FolderBadge = ({ folder, counts }: FolderBadgeProps) => {
  const count = counts[folder]
  if (count === 0) {
    return null
  }
  if (folder !== 'unread' && folder !== 'failed') {
    return (
      <span className="ml-auto text-[0.8125rem] font-normal text-ink-faint tabular-nums max-xl:hidden">
        {COUNT.format(count)}
        <span className="sr-only"> conversations</span>
      </span>
    )
  }
  return (
    <span className="max-xl:absolute max-xl:top-1 max-xl:left-1/2 max-xl:ml-1.5 xl:ml-auto">
      {folder === 'unread' ? (
        <UnreadBadge count={count} what="unread conversations" />
      ) : (
        <UnreadBadge count={count} what="failed messages" look="danger" />
      )}
    </span>
  )
}

export default FolderBadge
