import UnreadBadge from 'src/components/UnreadBadge'
import type { InboxCounts } from 'src/hooks/useInboxCounts'
import type { FolderKey } from 'src/lib/folders/folders'
import { number } from 'src/lib/language/number'
import { t } from 'src/lib/language/t'

interface FolderBadgeProps {
  folder: FolderKey
  counts: InboxCounts
}

const shown = number({
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
        {shown(count)}
        <span className="sr-only">
          {' '}
          {t('{count, plural, one {conversation} other {conversations}}', {
            count,
          })}
        </span>
      </span>
    )
  }
  return (
    <span className="max-xl:absolute max-xl:top-1 max-xl:left-1/2 max-xl:ml-1.5 xl:ml-auto">
      {folder === 'unread' ? (
        <UnreadBadge
          count={count}
          what={t(
            '{count, plural, one {unread conversation} other {unread conversations}}',
            { count }
          )}
        />
      ) : (
        <UnreadBadge
          count={count}
          what={t(
            '{count, plural, one {failed message} other {failed messages}}',
            { count }
          )}
          look="danger"
        />
      )}
    </span>
  )
}

export default FolderBadge
