import { useSyncExternalStore } from 'react'

const EVENTS = ['focus', 'blur'] as const

function subscribe(listener: () => void) {
  EVENTS.forEach((event) => window.addEventListener(event, listener))
  document.addEventListener('visibilitychange', listener)
  return () => {
    EVENTS.forEach((event) => window.removeEventListener(event, listener))
    document.removeEventListener('visibilitychange', listener)
  }
}

/** Whether somebody is looking: the window is visible and has the focus. */
export const useIsSeen = () =>
  useSyncExternalStore(
    subscribe,
    () => document.visibilityState === 'visible' && document.hasFocus()
  )
