import { Monitor, Moon, Sun } from 'lucide-react'

import Choice from 'src/components/Choice'
import { useChangeSettings } from 'src/hooks/useChangeSettings'
import { useSettings } from 'src/hooks/useSettings'
import { t } from 'src/lib/language/t'

const THEMES = [
  {
    value: 'SYSTEM',
    get label() {
      return t('System')
    },
    icon: Monitor,
  },
  {
    value: 'LIGHT',
    get label() {
      return t('Light')
    },
    icon: Sun,
  },
  {
    value: 'DARK',
    get label() {
      return t('Dark')
    },
    icon: Moon,
  },
] as const

const ThemeChoice = () => {
  const { theme } = useSettings()
  const change = useChangeSettings()
  return (
    <Choice
      legend={t('Theme')}
      options={THEMES}
      value={theme}
      onChange={(value) => void change({ theme: value })}
    />
  )
}

export default ThemeChoice
