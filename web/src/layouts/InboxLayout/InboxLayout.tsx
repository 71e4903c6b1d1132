import type { ReactNode } from 'react'

import { Tooltip } from 'radix-ui'

import Announcer from 'src/components/Announcer'
import CommandCenter from 'src/components/CommandCenter'
import ConnectionBanner from 'src/components/ConnectionBanner'
import FolderNav from 'src/components/FolderNav'
import KeepFocus from 'src/components/KeepFocus'
import Notices from 'src/components/Notices'
import { useAdoptedSettings } from 'src/hooks/useAdoptedSettings'
import { useInboxLive } from 'src/hooks/useInboxLive'
import { useLanguage } from 'src/hooks/useLanguage'
import { useNotifications } from 'src/hooks/useNotifications'
import { useSession } from 'src/hooks/useSession'
import { t } from 'src/lib/language/t'

/** What stays while one moves through the inbox: the folders, the live stream, and what is said aloud. */
const InboxLayout = ({ children }: { children?: ReactNode }) => {
  useLanguage()
  useAdoptedSettings()
  useSession()
  useInboxLive()
  useNotifications()

  return (
    <Tooltip.Provider delayDuration={500}>
      <KeepFocus />
      <a
        href="#content"
        className="sr-only z-50 rounded-lg bg-raised px-3 py-2 shadow-raised focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {t('Skip to the content')}
      </a>
      <div className="flex h-dvh flex-col">
        <ConnectionBanner />
        <div className="flex min-h-0 flex-1 flex-col-reverse md:flex-row">
          <FolderNav />
          <main className="flex min-h-0 min-w-0 flex-1">{children}</main>
        </div>
      </div>
      <CommandCenter />
      <Announcer />
      <Notices />
    </Tooltip.Provider>
  )
}

export default InboxLayout
