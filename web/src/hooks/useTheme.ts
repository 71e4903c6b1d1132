import { useEffect, useSyncExternalStore } from 'react'

import { useMediaQuery } from 'src/hooks/useMediaQuery'
import { theme } from 'src/lib/theme'

export const useTheme = () => useSyncExternalStore(theme.subscribe, theme.get)

/** Paints the page in the chosen theme, or as the system changes; `public/theme.js` has done so before the first paint. */
export function usePaintedTheme() {
  const chosen = useTheme()
  const systemIsDark = useMediaQuery('(prefers-color-scheme: dark)')
  useEffect(() => {
    const isDark = chosen === 'dark' || (chosen === 'system' && systemIsDark)
    document.documentElement.dataset.theme = isDark ? 'dark' : 'light'
  }, [chosen, systemIsDark])
}
