import { Download, Plus } from 'lucide-react'

import { navigate, routes } from '@redwoodjs/router'

import AdminPage from 'src/components/AdminPage'
import Button, { buttonLook } from 'src/components/Button'
import ChannelForm from 'src/components/ChannelForm'
import ChannelsCell from 'src/components/ChannelsCell'
import FormDialog from 'src/components/FormDialog'
import RetentionCell from 'src/components/RetentionCell'
import Section from 'src/components/Section'
import { t } from 'src/lib/language/t'

const NewChannel = () => (
  <FormDialog
    title={t('New channel')}
    trigger={
      <Button look="primary" aria-label={t('New channel')}>
        <Plus className="size-[1.05rem]" aria-hidden />
        {t('New')}
      </Button>
    }
  >
    {(close) => (
      <ChannelForm
        onCancel={close}
        onDone={(channel) => {
          close()
          if (channel) {
            navigate(routes.channel({ id: channel.id }))
          }
        }}
      />
    )}
  </FormDialog>
)

/** The addresses that people write to, for administrators. */
const ChannelsPage = () => (
  <AdminPage
    title={t('Channels')}
    about={t(
      'The addresses that people write to, and what each answers by itself.'
    )}
    action={<NewChannel />}
  >
    <ChannelsCell />
    <Section
      title={t('How long it is kept')}
      about={t(
        'Of all channels that have no decision of their own. Then it is taken out of its messages, which stay with their times and statuses. Without a number, for ever.'
      )}
    >
      <RetentionCell address="" />
    </Section>
    <Section
      title={t('Consent')}
      about={t(
        'Who opted out of which address, and in again: when, and how we know.'
      )}
    >
      <a
        href={`${window.RWJS_API_URL}/consent.csv`}
        download
        className={buttonLook('quiet')}
      >
        <Download className="size-4 text-ink-soft" aria-hidden />
        {t('Export as CSV')}
      </a>
    </Section>
  </AdminPage>
)

export default ChannelsPage
