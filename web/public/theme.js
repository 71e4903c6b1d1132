/* eslint-env browser */
// Runs before the first paint, so that a dark page never flashes white. See src/hooks/useTheme.
;(function () {
  var chosen = null
  try {
    chosen = localStorage.getItem('heliograph.theme')
  } catch (_error) {
    // Storage may be closed to us; the system's wish stands then.
  }
  var dark =
    chosen === 'dark' ||
    (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
})()
