import { useSyncExternalStore } from 'react'

import { settings } from 'src/lib/settings/settings'
import { serverClock } from 'src/lib/time/serverClock'

const listeners = new Set<() => void>()
let now = serverClock.now()
let timer: ReturnType<typeof setInterval> | undefined
let stopHearing = () => {}

const tick = () => {
  now = serverClock.now()
  listeners.forEach((listener) => listener())
}

// A tab that slept shows old times until its timer fires.
const wake = () => {
  if (document.visibilityState === 'visible') {
    tick()
  }
}

function subscribe(listener: () => void) {
  if (listeners.size === 0) {
    now = serverClock.now()
    timer = setInterval(tick, 20_000)
    // What shows a time shows it in another zone.
    stopHearing = settings.subscribe(tick)
    document.addEventListener('visibilitychange', wake)
  }
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) {
      clearInterval(timer)
      stopHearing()
      document.removeEventListener('visibilitychange', wake)
    }
  }
}

/** The time, fresh enough for "5 min"; one timer for the whole page. */
export const useNow = () => useSyncExternalStore(subscribe, () => now)
