import AdminPage from 'src/components/AdminPage'
import CallSettingsCell from 'src/components/CallSettingsCell'

/** How calls are answered, for administrators. */
const CallSettingsPage = () => (
  <AdminPage
    title="Calls"
    about="What callers hear, and whether they can leave a voicemail. Each call appears in the inbox."
  >
    <CallSettingsCell />
  </AdminPage>
)

export default CallSettingsPage
