import { createRoot } from 'react-dom/client'

import App from './App'
import Routes from './Routes'

const element = document.getElementById('redwood-app')
if (!element) {
  throw new Error("web/src/index.html has no element with the id 'redwood-app'")
}

createRoot(element).render(
  <App>
    <Routes />
  </App>
)
