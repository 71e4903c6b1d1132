import { useCallback, useSyncExternalStore } from 'react'

import { navigate } from '@redwoodjs/router'

import { useIsWide } from 'src/hooks/useMediaQuery'
import { usePlace } from 'src/hooks/usePlace'
import { inboxPath } from 'src/lib/folders/inboxPath'
import { storage } from 'src/lib/storage'

let isDocked = storage.get('contactPane') !== 'closed'
const listeners = new Set<() => void>()

function setDocked(next: boolean) {
  isDocked = next
  storage.set('contactPane', next ? 'open' : 'closed')
  listeners.forEach((listener) => listener())
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/**
 * Whether the contact is shown. Where it has room beside the thread, that is a habit and is remembered; where it
 * lies over the thread, it is a place of its own and stands in the address, so that Back closes it.
 */
export function useContactPane() {
  const isWide = useIsWide()
  const place = usePlace()
  const docked = useSyncExternalStore(subscribe, () => isDocked)
  const isOpen = isWide ? docked : place.pane === 'contact'

  const toggle = useCallback(() => {
    if (isWide) {
      setDocked(!isOpen)
    } else {
      navigate(inboxPath({ ...place, pane: isOpen ? undefined : 'contact' }), {
        replace: isOpen,
      })
    }
  }, [isWide, isOpen, place])

  return { isOpen, isWide, toggle }
}
