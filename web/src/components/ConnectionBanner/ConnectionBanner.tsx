import { CloudOff, RefreshCw } from 'lucide-react'

import { useConnection } from 'src/hooks/useConnection'
import { t } from 'src/lib/language/t'

const SAYS = {
  offline: {
    icon: CloudOff,
    get text() {
      return t(
        'You are offline. What you miss comes in by itself when you are back.'
      )
    },
  },
  reconnecting: {
    icon: RefreshCw,
    get text() {
      return t('Reconnecting…')
    },
  },
}

/** One calm line while the page is not live. */
const ConnectionBanner = () => {
  const state = useConnection()
  const says = state === 'live' ? null : SAYS[state]
  return (
    <div role="status">
      {says && (
        <p className="flex items-center justify-center gap-2 bg-caution-soft px-4 py-1.5 text-sm text-caution">
          <says.icon className="size-4 shrink-0" aria-hidden />
          {says.text}
        </p>
      )}
    </div>
  )
}

export default ConnectionBanner
