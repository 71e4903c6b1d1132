import AdminPage from 'src/components/AdminPage'
import CallSettingsCell from 'src/components/CallSettingsCell'
import { t } from 'src/lib/language/t'

/** How calls are answered, for administrators. */
const CallSettingsPage = () => (
  <AdminPage
    title={t('Calls')}
    about={t(
      'What callers hear, and whether they can leave a voicemail. Each call appears in the inbox.'
    )}
  >
    <CallSettingsCell />
  </AdminPage>
)

export default CallSettingsPage
