import { Link, useParams } from '@redwoodjs/router'

import FolderBadge from 'src/components/FolderBadge'
import type { InboxCounts } from 'src/hooks/useInboxCounts'
import type { Folder } from 'src/lib/folders/folders'
import { inboxPath } from 'src/lib/folders/inboxPath'

interface FolderLinkProps {
  folder: Folder
  counts: InboxCounts
}

/** How a folder looks in the bar at the foot of a phone, in the rail, and in the column. */
export const FOLDER_LOOK =
  'relative flex w-full items-center rounded-lg text-ink-soft transition-colors hover:bg-hover hover:text-ink aria-[current=page]:font-semibold aria-[current=page]:text-ink max-xl:flex-col max-xl:gap-0.5 max-xl:py-2 max-xl:text-xs md:aria-[current=page]:bg-hover max-md:aria-[current=page]:text-signal xl:gap-3 xl:px-2.5 xl:py-2'

const FolderLink = ({ folder, counts }: FolderLinkProps) => {
  // Not by usePlace, which takes every other page for the first folder.
  const { folder: current } = useParams()
  const { key, label, icon: Icon } = folder
  return (
    <Link
      to={inboxPath({ folder: key })}
      aria-current={key === current ? 'page' : undefined}
      className={FOLDER_LOOK}
    >
      <Icon className="size-[1.15rem]" aria-hidden />
      {label}
      <FolderBadge folder={key} counts={counts} />
    </Link>
  )
}

export default FolderLink
