import UnreadBadge from 'src/components/UnreadBadge'

interface FolderBadgeProps {
  folder: string
  counts: { unread: number; failed: number }
}

/** How many there are in a folder whose contents wait for somebody. */
const FolderBadge = ({ folder, counts }: FolderBadgeProps) => {
  const count = folder === 'unread' || folder === 'failed' ? counts[folder] : 0
  return count > 0 ? (
    <span className="max-xl:absolute max-xl:top-1 max-xl:left-1/2 max-xl:ml-1.5 xl:ml-auto">
      {folder === 'unread' ? (
        <UnreadBadge count={count} what="unread conversations" />
      ) : (
        <UnreadBadge count={count} what="failed messages" look="danger" />
      )}
    </span>
  ) : null
}

export default FolderBadge
