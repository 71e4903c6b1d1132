import { Ellipsis } from 'lucide-react'

import { Link, useParams } from '@redwoodjs/router'

import FolderBadge from 'src/components/FolderBadge'
import { FOLDER_LOOK } from 'src/components/FolderLink'
import LazyPopover from 'src/components/LazyPopover'
import type { InboxCounts } from 'src/hooks/useInboxCounts'
import type { Folder } from 'src/lib/folders/folders'
import { inboxPath } from 'src/lib/folders/inboxPath'
import { count } from 'src/lib/language/number'
import { t } from 'src/lib/language/t'

interface MoreFoldersProps {
  folders: readonly Folder[]
  counts: InboxCounts
}

/** The folders for which a phone has no room: behind the last place of its bar, which shows the one that is open. */
const MoreFolders = ({ folders, counts }: MoreFoldersProps) => {
  const { folder: current } = useParams()
  const open = folders.find(({ key }) => key === current)
  const Icon = open?.icon ?? Ellipsis

  return (
    <LazyPopover
      side="top"
      align="end"
      label={t('More folders')}
      className="w-60 p-1.5"
      button={
        <button
          type="button"
          aria-label={
            open
              ? t('{folder}, more folders', { folder: open.label })
              : t('More folders')
          }
          aria-current={open && 'page'}
          className={FOLDER_LOOK}
        >
          <Icon className="size-[1.15rem]" aria-hidden />
          {open?.label ?? t('More')}
          {open?.key !== 'failed' && (
            <FolderBadge folder="failed" counts={counts} />
          )}
        </button>
      }
    >
      {(close) => (
        <ul>
          {folders.map(({ key, label, icon: FolderIcon }) => (
            <li key={key}>
              <Link
                to={inboxPath({ folder: key })}
                onClick={close}
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
                    {count(counts[key])}
                  </span>
                )}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </LazyPopover>
  )
}

export default MoreFolders
