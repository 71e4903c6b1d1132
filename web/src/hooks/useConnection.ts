import { useEffect, useState, useSyncExternalStore } from 'react'

import { connection } from 'src/lib/live/connection'

/** A blink of the network is nobody's business. */
const GRACE_MS = 2_500

function subscribeOnline(listener: () => void) {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

/** Whether the page is live; `reconnecting` and `offline` only once it is worth saying. */
export function useConnection(): 'live' | 'reconnecting' | 'offline' {
  const isOnline = useSyncExternalStore(subscribeOnline, () => navigator.onLine)
  const isLive =
    useSyncExternalStore(connection.subscribe, connection.get) === 'live'
  const [isLate, setIsLate] = useState(false)

  useEffect(() => {
    if (isLive) {
      setIsLate(false)
      return
    }
    const timer = setTimeout(() => setIsLate(true), GRACE_MS)
    return () => clearTimeout(timer)
  }, [isLive])

  if (!isOnline) {
    return 'offline'
  }
  return isLate && !isLive ? 'reconnecting' : 'live'
}
