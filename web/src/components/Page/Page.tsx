import type { ReactNode } from 'react'

import UserMenu from 'src/components/UserMenu'
import { useInboxCounts } from 'src/hooks/useInboxCounts'
import { useTitle } from 'src/hooks/useTitle'

interface PageProps {
  title: string
  /** What it is about, in one sentence. */
  about: ReactNode
  /** What can be done with the page as a whole. */
  action?: ReactNode
  children: ReactNode
}

/** A page that is read from top to bottom. */
const Page = ({ title, about, action, children }: PageProps) => {
  const { unread } = useInboxCounts()
  useTitle(title, unread)

  return (
    <div
      id="content"
      tabIndex={-1}
      className="flex min-h-0 w-full flex-col overflow-y-auto bg-surface outline-none"
    >
      <div className="mx-auto flex w-full max-w-4xl flex-1 flex-col gap-6 px-8 py-6 max-md:px-4 max-md:py-4">
        <div className="flex items-start justify-between gap-4">
          <div className="min-w-0">
            <h1 className="text-xl font-bold tracking-tight">{title}</h1>
            <p className="max-w-prose text-ink-soft">{about}</p>
          </div>
          <div className="flex shrink-0 items-center gap-2">
            {action}
            <div className="md:hidden">
              <UserMenu />
            </div>
          </div>
        </div>
        {children}
      </div>
    </div>
  )
}

export default Page
