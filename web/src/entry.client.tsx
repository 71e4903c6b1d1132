import { createRoot } from 'react-dom/client'

import { language } from 'src/lib/language/language'

import App from './App'
import Routes from './Routes'

const element = document.getElementById('redwood-app')
if (!element) {
  throw new Error("web/src/index.html has no element with the id 'redwood-app'")
}

// In the right language from the first paint on.
void language.start().then(() =>
  createRoot(element).render(
    <App>
      <Routes />
    </App>
  )
)
