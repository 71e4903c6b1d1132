import { useEffect, useRef } from 'react'

import { useIsPhone } from 'src/hooks/useMediaQuery'

/** On a phone, what one tapped is gone when the next pane comes: the focus goes to the returned ref's element. */
export function useFocusOnPhone<T extends HTMLElement>() {
  const ref = useRef<T>(null)
  const isPhone = useIsPhone()
  const wasPhone = useRef(isPhone)
  useEffect(() => {
    if (wasPhone.current) {
      ref.current?.focus({ preventScroll: true })
    }
  }, [])
  return ref
}
