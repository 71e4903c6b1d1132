import { useState } from 'react'

import type { InboxFolder } from 'types/graphql'

import Button from 'src/components/Button'
import Checkbox from 'src/components/Checkbox'
import Problem from 'src/components/Problem'
import { useChangeSettings } from 'src/hooks/useChangeSettings'
import { useSettings } from 'src/hooks/useSettings'
import { t } from 'src/lib/language/t'
import { chime } from 'src/lib/notifications/chime'
import { askPermission, permission } from 'src/lib/notifications/desktop'

/** Where a message may come in. Every open conversation is in one of them. */
const PLACES: { folder: InboxFolder; label: string }[] = [
  {
    folder: 'MINE',
    get label() {
      return t('Mine')
    },
  },
  {
    folder: 'UNASSIGNED',
    get label() {
      return t('Unassigned')
    },
  },
  {
    folder: 'OPEN',
    get label() {
      return t('Those of colleagues')
    },
  },
]

const PROBLEMS: Record<string, string> = {
  get denied() {
    return t(
      'This browser blocks notifications of this site. Allow them in its settings for the site.'
    )
  },
  get unsupported() {
    return t('This browser shows no notifications of this site.')
  },
}

/** How one hears of messages, and of which. */
const NotificationSettings = () => {
  const { sound, desktopNotifications, mutedFolders } = useSettings()
  const change = useChangeSettings()
  const [allowed, setAllowed] = useState(permission)

  const ask = async () => {
    const answer = await askPermission()
    setAllowed(answer)
    return answer === 'granted'
  }
  const turnDesktop = async (isOn: boolean) => {
    if (!isOn || (await ask())) {
      await change({ desktopNotifications: isOn })
    }
  }
  const turnSound = (isOn: boolean) => {
    void change({ sound: isOn })
    if (isOn) {
      // It may have no device to sound on.
      chime().catch(() => {})
    }
  }
  const turnFolder = (folder: InboxFolder, isOn: boolean) =>
    change({
      mutedFolders: isOn
        ? mutedFolders.filter((each) => each !== folder)
        : [...mutedFolders, folder],
    })

  const problem = PROBLEMS[allowed]
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-col gap-2">
        <Checkbox
          checked={desktopNotifications}
          onChange={(isOn) => void turnDesktop(isOn)}
        >
          {t('Desktop notifications')}
        </Checkbox>
        <div aria-live="polite">
          {problem && <Problem>{problem}</Problem>}
          {desktopNotifications && allowed === 'default' && (
            <p className="flex flex-wrap items-center gap-2 text-ink-soft">
              {t('This browser has not been asked yet.')}
              <Button onClick={() => void ask()}>{t('Allow them here')}</Button>
            </p>
          )}
        </div>
        <Checkbox checked={sound} onChange={turnSound}>
          {t('A sound')}
        </Checkbox>
      </div>
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1.5 font-medium">
          {t('Tell me of messages in')}
        </legend>
        {PLACES.map(({ folder, label }) => (
          <Checkbox
            key={folder}
            checked={!mutedFolders.includes(folder)}
            onChange={(isOn) => void turnFolder(folder, isOn)}
          >
            {label}
          </Checkbox>
        ))}
        <p className="text-sm text-ink-soft">
          {t('Where a note mentions you, you are told in any case.')}
        </p>
      </fieldset>
    </div>
  )
}

export default NotificationSettings
