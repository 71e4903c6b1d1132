/* eslint-env browser */
// Runs before the first paint, so that a dark page never flashes white. See src/hooks/usePaintedTheme.
;(function () {
  var chosen = {}
  try {
    chosen = JSON.parse(localStorage.getItem('heliograph.settings')) || {}
  } catch (_error) {
    // Storage may be closed to us, or hold anything; the system's wish stands then.
  }
  var dark =
    chosen.theme === 'DARK' ||
    (chosen.theme !== 'LIGHT' &&
      matchMedia('(prefers-color-scheme: dark)').matches)
  var dataset = document.documentElement.dataset
  dataset.theme = dark ? 'dark' : 'light'
  dataset.density = chosen.density === 'COMPACT' ? 'compact' : 'comfortable'
})()
