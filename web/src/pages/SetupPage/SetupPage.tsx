import AdminPage from 'src/components/AdminPage'
import Section from 'src/components/Section'
import SelfTest from 'src/components/SelfTest'
import SetupCell from 'src/components/SetupCell'
import { t } from 'src/lib/language/t'

/** What must be set at Twilio, and whether everything works. */
const SetupPage = () => (
  <AdminPage
    title={t('Setup')}
    about={t(
      'Which addresses belong into the Twilio console, whether they are there, and whether a message gets out and back.'
    )}
  >
    <Section
      title={t('Self-test')}
      about={t(
        'Sends a real message, and follows it: taken by Twilio, reported to us, delivered, answered.'
      )}
    >
      <SelfTest />
    </Section>
    <Section
      title={t('Webhooks at Twilio')}
      about={t(
        'Twilio signs the address that it calls, so each must be set to the letter, with the method HTTP POST.'
      )}
    >
      <SetupCell />
    </Section>
  </AdminPage>
)

export default SetupPage
