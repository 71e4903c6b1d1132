import type { ReactNode } from 'react'

import { ShieldX } from 'lucide-react'

import { Link, routes } from '@redwoodjs/router'

import Placeholder from 'src/components/Placeholder'
import { useOperator } from 'src/hooks/useOperator'
import { useTitle } from 'src/hooks/useTitle'

interface AdminPageProps {
  title: string
  /** What it is about, in one sentence; also for who may not see it. */
  about: string
  /** What can be done with the page as a whole. */
  action?: ReactNode
  children: ReactNode
}

const NotForYou = ({ about }: { about: string }) => (
  <div className="flex w-full bg-surface">
    <Placeholder icon={ShieldX} title="This page is for administrators">
      <p>
        {about}{' '}
        <Link to={routes.home()} className="text-signal underline">
          To the inbox
        </Link>
      </p>
    </Placeholder>
  </div>
)

/** A page that is read from top to bottom, for administrators only: nothing of it is asked for anybody else. */
const AdminPage = ({ title, about, action, children }: AdminPageProps) => {
  const { isAdmin } = useOperator()
  useTitle(title)

  if (!isAdmin) {
    return <NotForYou about={about} />
  }
  return (
    <div
      id="content"
      tabIndex={-1}
      className="flex min-h-0 w-full flex-col overflow-y-auto bg-surface outline-none"
    >
      <div className="mx-auto flex w-full max-w-4xl flex-1 flex-col gap-6 px-8 py-6 max-md:px-4 max-md:py-4">
        <div className="flex items-start justify-between gap-4">
          <div>
            <h1 className="text-xl font-bold tracking-tight">{title}</h1>
            <p className="max-w-prose text-ink-soft">{about}</p>
          </div>
          {action}
        </div>
        {children}
      </div>
    </div>
  )
}

export default AdminPage
