import { useLayoutEffect } from 'react'

import { useMediaQuery } from 'src/hooks/useMediaQuery'
import { useSettings } from 'src/hooks/useSettings'

/**
 * Paints the page in the chosen theme, or as the system changes, and as dense as was chosen; `public/theme.js` has
 * done so before the first paint.
 */
export function usePaintedTheme() {
  const { theme, density } = useSettings()
  const systemIsDark = useMediaQuery('(prefers-color-scheme: dark)')
  useLayoutEffect(() => {
    const isDark = theme === 'DARK' || (theme === 'SYSTEM' && systemIsDark)
    const { dataset } = document.documentElement
    dataset.theme = isDark ? 'dark' : 'light'
    dataset.density = density.toLowerCase()
  }, [theme, density, systemIsDark])
}
