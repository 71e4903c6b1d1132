import { useParams } from '@redwoodjs/router'

import FolderLink from 'src/components/FolderLink'
import Logo from 'src/components/Logo'
import MoreFolders from 'src/components/MoreFolders'
import UserMenu from 'src/components/UserMenu'
import { useInboxCounts } from 'src/hooks/useInboxCounts'
import { useIsPhone } from 'src/hooks/useMediaQuery'
import { cx } from 'src/lib/cx'
import { FOLDERS } from 'src/lib/folders/folders'
import { t } from 'src/lib/language/t'

/** So many have room at the foot of a phone, beside the way to the others. */
const ON_PHONE = 4

/** The folders: a column with names, a rail of icons where it is narrow, a bar at the foot of a phone. */
const FolderNav = () => {
  const { conversationId } = useParams()
  const counts = useInboxCounts()
  const isPhone = useIsPhone()

  return (
    <nav
      aria-label={t('Folders')}
      className={cx(
        'shrink-0 border-line bg-canvas max-md:border-t md:flex md:w-[5.75rem] md:flex-col md:border-r md:p-2 xl:w-52 xl:p-3',
        conversationId && 'max-md:hidden'
      )}
    >
      <div className="hidden items-center gap-2.5 pb-5 md:flex md:justify-center md:pt-1 xl:justify-start xl:px-1 xl:pt-0">
        <Logo className="size-8" />
        <span className="text-lg font-bold tracking-tight max-xl:sr-only">
          Heliograph
        </span>
      </div>
      <ul className="flex gap-1 max-md:px-1 max-md:pb-[env(safe-area-inset-bottom)] md:flex-col">
        {(isPhone ? FOLDERS.slice(0, ON_PHONE) : FOLDERS).map((folder) => (
          <li key={folder.key} className="max-md:flex-1">
            <FolderLink folder={folder} counts={counts} />
          </li>
        ))}
        {isPhone && (
          <li className="flex-1">
            <MoreFolders folders={FOLDERS.slice(ON_PHONE)} counts={counts} />
          </li>
        )}
      </ul>
      <div className="mt-auto hidden md:flex md:justify-center xl:justify-start">
        <UserMenu />
      </div>
    </nav>
  )
}

export default FolderNav
