import { Monitor, Moon, Sun } from 'lucide-react'

import { useTheme } from 'src/hooks/useTheme'
import { theme } from 'src/lib/theme'

const THEMES = [
  { value: 'system', label: 'System', icon: Monitor },
  { value: 'light', label: 'Light', icon: Sun },
  { value: 'dark', label: 'Dark', icon: Moon },
] as const

const ThemeChoice = () => {
  const chosen = useTheme()
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm text-ink-soft">Theme</legend>
      <div className="flex rounded-lg bg-canvas p-1">
        {THEMES.map(({ value, label, icon: Icon }) => (
          <label
            key={value}
            className="flex flex-1 items-center justify-center gap-1.5 rounded-md py-1 text-sm text-ink-soft has-checked:bg-surface has-checked:shadow-sm has-checked:font-semibold has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-signal"
          >
            <input
              type="radio"
              name="theme"
              value={value}
              checked={chosen === value}
              onChange={() => theme.choose(value)}
              className="sr-only"
            />
            <Icon className="size-3.5" aria-hidden />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

export default ThemeChoice
