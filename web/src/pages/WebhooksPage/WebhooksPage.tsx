import AdminPage from 'src/components/AdminPage'
import WebhookHealthCell from 'src/components/WebhookHealthCell'
import { t } from 'src/lib/language/t'

/** How Twilio's webhooks fare, for administrators. */
const WebhooksPage = () => (
  <AdminPage
    title={t('Webhook health')}
    about={t(
      'Whether Twilio reaches us, and what became of what it said. Looked up every ten seconds.'
    )}
  >
    <WebhookHealthCell />
  </AdminPage>
)

export default WebhooksPage
