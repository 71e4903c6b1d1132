import { useCallback, useEffect, useState } from 'react'

import { useMediaQuery } from 'src/hooks/useMediaQuery'
import { storage } from 'src/lib/storage'

export type Theme = 'system' | 'light' | 'dark'

const read = (): Theme => {
  const chosen = storage.get('theme')
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system'
}

/** The chosen theme; `public/theme.js` has already painted it when this runs. */
export function useTheme() {
  const [theme, setTheme] = useState(read)
  const systemIsDark = useMediaQuery('(prefers-color-scheme: dark)')

  useEffect(() => {
    const isDark = theme === 'dark' || (theme === 'system' && systemIsDark)
    document.documentElement.dataset.theme = isDark ? 'dark' : 'light'
  }, [theme, systemIsDark])

  const choose = useCallback((next: Theme) => {
    if (next === 'system') {
      storage.remove('theme')
    } else {
      storage.set('theme', next)
    }
    setTheme(next)
  }, [])

  return { theme, choose }
}
