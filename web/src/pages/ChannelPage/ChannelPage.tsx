import { ArrowLeft } from 'lucide-react'

import { Link, routes } from '@redwoodjs/router'

import AdminPage from 'src/components/AdminPage'
import { buttonLook } from 'src/components/Button'
import ChannelCell from 'src/components/ChannelCell'
import { t } from 'src/lib/language/t'

/** One channel: what it answers by itself, and its settings. */
const ChannelPage = ({ id }: { id: string }) => (
  <AdminPage
    title={t('Channel')}
    about={t('What it answers by itself, and its settings.')}
    action={
      <Link to={routes.channels()} className={buttonLook('quiet')}>
        <ArrowLeft className="size-4 text-ink-soft" aria-hidden />
        {t('All channels')}
      </Link>
    }
  >
    <ChannelCell id={id} />
  </AdminPage>
)

export default ChannelPage
