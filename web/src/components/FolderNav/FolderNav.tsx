import { Link, useParams } from '@redwoodjs/router'

import FolderBadge from 'src/components/FolderBadge'
import Logo from 'src/components/Logo'
import UserMenu from 'src/components/UserMenu'
import { useInboxCounts } from 'src/hooks/useInboxCounts'
import { cx } from 'src/lib/cx'
import { FOLDERS } from 'src/lib/folders/folders'
import { inboxPath } from 'src/lib/folders/inboxPath'

/** The folders: a column with names, a rail of icons where it is narrow, a bar at the foot of a phone. */
const FolderNav = () => {
  // Not by usePlace, which takes every other page for the first folder.
  const { folder: current, conversationId } = useParams()
  const counts = useInboxCounts()

  return (
    <nav
      aria-label="Folders"
      className={cx(
        'shrink-0 border-line bg-canvas max-md:border-t md:flex md:w-[4.75rem] md:flex-col md:border-r md:p-3 xl:w-52',
        conversationId && 'max-md:hidden'
      )}
    >
      <div className="hidden items-center gap-2.5 pb-5 md:flex md:justify-center xl:justify-start xl:px-1">
        <Logo className="size-8" />
        <span className="text-lg font-bold tracking-tight max-xl:sr-only">
          Heliograph
        </span>
      </div>
      <ul className="flex gap-1 max-md:px-2 max-md:pb-[env(safe-area-inset-bottom)] md:flex-col">
        {FOLDERS.map(({ key, label, icon: Icon }) => (
          <li key={key} className="max-md:flex-1">
            <Link
              to={inboxPath({ folder: key })}
              aria-current={key === current ? 'page' : undefined}
              className="relative flex items-center rounded-lg text-ink-soft transition-colors hover:bg-hover hover:text-ink aria-[current=page]:font-semibold aria-[current=page]:text-ink max-xl:flex-col max-xl:gap-0.5 max-xl:py-2 max-xl:text-xs md:aria-[current=page]:bg-hover max-md:aria-[current=page]:text-signal xl:gap-3 xl:px-2.5 xl:py-2"
            >
              <Icon className="size-[1.15rem]" aria-hidden />
              {label}
              <FolderBadge folder={key} counts={counts} />
            </Link>
          </li>
        ))}
      </ul>
      <div className="mt-auto hidden md:flex md:justify-center xl:justify-start">
        <UserMenu />
      </div>
    </nav>
  )
}

export default FolderNav
