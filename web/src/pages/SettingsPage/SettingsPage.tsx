import Checkbox from 'src/components/Checkbox'
import Choice from 'src/components/Choice'
import LanguageField from 'src/components/LanguageField'
import NotificationSettings from 'src/components/NotificationSettings'
import Page from 'src/components/Page'
import ProfileForm from 'src/components/ProfileForm'
import Section from 'src/components/Section'
import ThemeChoice from 'src/components/ThemeChoice'
import TimeZoneField from 'src/components/TimeZoneField'
import { useChangeSettings } from 'src/hooks/useChangeSettings'
import { useSettings } from 'src/hooks/useSettings'
import { showKeys } from 'src/lib/commands/showKeys'
import { BROWSERS_ZONE } from 'src/lib/time/zone'

const DENSITIES = [
  { value: 'COMFORTABLE', label: 'Comfortable' },
  { value: 'COMPACT', label: 'Compact' },
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
      title="Settings"
      about="How you want it to be. It goes with you to every browser."
    >
      <Section title="Profile" about="What your colleagues call you.">
        <ProfileForm />
      </Section>
      <Section title="Look">
        <div className="grid max-w-xl gap-4 md:grid-cols-2">
          <ThemeChoice />
          <Choice
            legend="List and messages"
            options={DENSITIES}
            value={settings.density}
            onChange={(density) => void change({ density })}
          />
        </div>
      </Section>
      <Section title="Time and language">
        <div className="grid max-w-xl gap-4 md:grid-cols-2">
          <TimeZoneField
            value={settings.timeZone ?? ''}
            emptyLabel={`As the browser (${BROWSERS_ZONE})`}
            onChange={(zone) => void change({ timeZone: zone || null })}
          />
          <LanguageField
            value={settings.language ?? null}
            onChange={(language) => void change({ language })}
          />
        </div>
      </Section>
      <Section title="Keyboard">
        <div className="flex max-w-xl flex-col items-start gap-4">
          <Choice
            legend="A message is sent by"
            options={senders}
            value={settings.sendsOnEnter ? 'ENTER' : 'MOD'}
            onChange={(key) => void change({ sendsOnEnter: key === 'ENTER' })}
          />
          <Checkbox
            checked={settings.keyboardShortcuts}
            onChange={(keyboardShortcuts) => void change({ keyboardShortcuts })}
          >
            Single keys are shortcuts while no text is being written
          </Checkbox>
        </div>
      </Section>
      <Section
        title="Notifications"
        about="Of what comes in while you look elsewhere. The title of the tab counts what is unread in any case."
      >
        <NotificationSettings />
      </Section>
    </Page>
  )
}

export default SettingsPage
