import { Monitor, Moon, Sun } from 'lucide-react'

import Choice from 'src/components/Choice'
import { useChangeSettings } from 'src/hooks/useChangeSettings'
import { useSettings } from 'src/hooks/useSettings'

const THEMES = [
  { value: 'SYSTEM', label: 'System', icon: Monitor },
  { value: 'LIGHT', label: 'Light', icon: Sun },
  { value: 'DARK', label: 'Dark', icon: Moon },
] as const

const ThemeChoice = () => {
  const { theme } = useSettings()
  const change = useChangeSettings()
  return (
    <Choice
      legend="Theme"
      options={THEMES}
      value={theme}
      onChange={(value) => void change({ theme: value })}
    />
  )
}

export default ThemeChoice
