import { useState } from 'react'

import { Ellipsis } from 'lucide-react'
import { Popover } from 'radix-ui'

import { Link, useParams } from '@redwoodjs/router'

import FolderBadge from 'src/components/FolderBadge'
import { FOLDER_LOOK } from 'src/components/FolderLink'
import type { InboxCounts } from 'src/hooks/useInboxCounts'
import type { Folder } from 'src/lib/folders/folders'
import { inboxPath } from 'src/lib/folders/inboxPath'

interface MoreFoldersProps {
  folders: readonly Folder[]
  counts: InboxCounts
}

/** The folders for which a phone has no room: behind the last place of its bar, which shows the one that is open. */
const MoreFolders = ({ folders, counts }: MoreFoldersProps) => {
  const [isOpen, setIsOpen] = useState(false)
  const { folder: current } = useParams()
  const open = folders.find(({ key }) => key === current)
  const Icon = open?.icon ?? Ellipsis

  return (
    <Popover.Root open={isOpen} onOpenChange={setIsOpen}>
      <Popover.Trigger
        aria-label={open ? `${open.label}, more folders` : 'More folders'}
        aria-current={open && 'page'}
        className={FOLDER_LOOK}
      >
        <Icon className="size-[1.15rem]" aria-hidden />
        {open?.label ?? 'More'}
        {open?.key !== 'failed' && (
          <FolderBadge folder="failed" counts={counts} />
        )}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          side="top"
          align="end"
          sideOffset={8}
          collisionPadding={8}
          aria-label="More folders"
          className="animate-appear z-40 w-60 rounded-xl border border-line bg-raised p-1.5 shadow-raised"
        >
          <ul>
            {folders.map(({ key, label, icon: FolderIcon }) => (
              <li key={key}>
                <Link
                  to={inboxPath({ folder: key })}
                  onClick={() => setIsOpen(false)}
                  aria-current={key === current ? 'page' : undefined}
                  className="flex items-center gap-3 rounded-lg px-3 py-2.5 hover:bg-hover aria-[current=page]:bg-hover aria-[current=page]:font-semibold"
                >
                  <FolderIcon
                    className="size-[1.15rem] text-ink-soft"
                    aria-hidden
                  />
                  <span className="flex-1">{label}</span>
                  {counts[key] > 0 && (
                    <span className="text-sm text-ink-soft tabular-nums">
                      {counts[key].toLocaleString()}
                    </span>
                  )}
                </Link>
              </li>
            ))}
          </ul>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

export default MoreFolders
