import { Plus } from 'lucide-react'

import AdminPage from 'src/components/AdminPage'
import Button from 'src/components/Button'
import FormDialog from 'src/components/FormDialog'
import WebhookEndpointForm from 'src/components/WebhookEndpointForm'
import WebhookEndpointsCell from 'src/components/WebhookEndpointsCell'
import { t } from 'src/lib/language/t'

const NewEndpoint = () => (
  <FormDialog
    title={t('New endpoint')}
    trigger={
      <Button look="primary" aria-label={t('New endpoint')}>
        <Plus className="size-[1.05rem]" aria-hidden />
        {t('New')}
      </Button>
    }
  >
    {(close) => <WebhookEndpointForm onDone={close} />}
  </FormDialog>
)

/** Where workflow tools hear of what happens here. */
const IntegrationsPage = () => (
  <AdminPage
    title={t('Integrations')}
    about={t(
      'Tells other systems what happens here: each event is signed, and sent again for three days until it is answered.'
    )}
    action={<NewEndpoint />}
  >
    <WebhookEndpointsCell />
  </AdminPage>
)

export default IntegrationsPage
