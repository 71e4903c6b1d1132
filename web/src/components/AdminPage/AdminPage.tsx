import type { ReactNode } from 'react'

import { ShieldX } from 'lucide-react'

import { Link, routes } from '@redwoodjs/router'

import Page from 'src/components/Page'
import Placeholder from 'src/components/Placeholder'
import Splash from 'src/components/Splash'
import { useAdministratorsWords } from 'src/hooks/useAdministratorsWords'
import { useOperator } from 'src/hooks/useOperator'
import { t } from 'src/lib/language/t'

interface AdminPageProps {
  title: string
  /** What it is about, in one sentence; also for who may not see it. */
  about: string
  /** What can be done with the page as a whole. */
  action?: ReactNode
  children: ReactNode
}

const NotForYou = ({ title, about }: { title: string; about: string }) => (
  <Page title={title} about={about}>
    <Placeholder icon={ShieldX} title={t('This page is for administrators')}>
      <p>
        <Link to={routes.home()} className="text-signal underline">
          {t('To the inbox')}
        </Link>
      </p>
    </Placeholder>
  </Page>
)

/** A page for administrators only: nothing of it is asked for anybody else. */
const AdminPage = (props: AdminPageProps) => {
  const { isAdmin } = useOperator()
  if (!useAdministratorsWords()) {
    // For a moment, where they are not English: rather nothing than what changes under one's eyes.
    return <Splash />
  }
  return isAdmin ? <Page {...props} /> : <NotForYou {...props} />
}

export default AdminPage
