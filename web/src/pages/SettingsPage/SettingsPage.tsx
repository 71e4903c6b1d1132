import Checkbox from 'src/components/Checkbox'
import Choice from 'src/components/Choice'
import LanguageField from 'src/components/LanguageField'
import LogOutEverywhere from 'src/components/LogOutEverywhere'
import NotificationSettings from 'src/components/NotificationSettings'
import Page from 'src/components/Page'
import PasswordForm from 'src/components/PasswordForm'
import ProfileForm from 'src/components/ProfileForm'
import Section from 'src/components/Section'
import ThemeChoice from 'src/components/ThemeChoice'
import TimeZoneField from 'src/components/TimeZoneField'
import { useChangeSettings } from 'src/hooks/useChangeSettings'
import { useSettings } from 'src/hooks/useSettings'
import { showKeys } from 'src/lib/commands/showKeys'
import { t } from 'src/lib/language/t'
import { BROWSERS_ZONE } from 'src/lib/time/zone'

const DENSITIES = [
  {
    value: 'COMFORTABLE',
    get label() {
      return t('Comfortable')
    },
  },
  {
    value: 'COMPACT',
    get label() {
      return t('Compact')
    },
  },
] as const

/** How one wants it to be, in whichever browser. Each choice holds at once. */
const SettingsPage = () => {
  const settings = useSettings()
  const change = useChangeSettings()
  const send = [...showKeys('mod'), 'Enter'].join('+')
  const senders = [
    { value: 'ENTER', label: 'Enter' },
    { value: 'MOD', label: send },
  ] as const

  return (
    <Page
      title={t('Settings')}
      about={t('How you want it to be. It goes with you to every browser.')}
    >
      <Section title={t('Profile')} about={t('What your colleagues call you.')}>
        <ProfileForm />
      </Section>
      <Section title={t('Look')}>
        <div className="grid max-w-xl gap-4 md:grid-cols-2">
          <ThemeChoice />
          <Choice
            legend={t('List and messages')}
            options={DENSITIES}
            value={settings.density}
            onChange={(density) => void change({ density })}
          />
        </div>
      </Section>
      <Section title={t('Time and language')}>
        <div className="grid max-w-xl gap-4 md:grid-cols-2">
          <TimeZoneField
            value={settings.timeZone ?? ''}
            emptyLabel={t('As the browser ({zone})', {
              zone: BROWSERS_ZONE,
            })}
            onChange={(zone) => void change({ timeZone: zone || null })}
          />
          <LanguageField
            value={settings.language ?? null}
            onChange={(language) => void change({ language })}
          />
        </div>
      </Section>
      <Section title={t('Keyboard')}>
        <div className="flex max-w-xl flex-col items-start gap-4">
          <Choice
            legend={t('A message is sent by')}
            options={senders}
            value={settings.sendsOnEnter ? 'ENTER' : 'MOD'}
            onChange={(key) => void change({ sendsOnEnter: key === 'ENTER' })}
          />
          <Checkbox
            checked={settings.keyboardShortcuts}
            onChange={(keyboardShortcuts) => void change({ keyboardShortcuts })}
          >
            {t('Single keys are shortcuts while no text is being written')}
          </Checkbox>
        </div>
      </Section>
      <Section
        title={t('Notifications')}
        about={t(
          'Of what comes in while you look elsewhere. The title of the tab counts what is unread in any case.'
        )}
      >
        <NotificationSettings />
      </Section>
      <Section
        title={t('Password and logins')}
        about={t('A new password ends your logins in other browsers.')}
      >
        <div className="flex flex-col gap-6">
          <PasswordForm />
          <LogOutEverywhere />
        </div>
      </Section>
    </Page>
  )
}

export default SettingsPage
