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
        <div className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4">
          <h1 className="self-center text-xl font-bold tracking-tight">
            {title}
          </h1>
          <div className="flex items-center gap-2 self-start md:row-span-2">
            {action}
            <div className="md:hidden">
              <UserMenu />
            </div>
          </div>
          <p className="max-w-prose text-ink-soft max-md:col-span-2 max-md:pt-2">
            {about}
          </p>
        </div>
        {children}
      </div>
    </div>
  )
}

export default Page
