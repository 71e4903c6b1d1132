import { useEffect, useRef } from 'react'

/**
 * Calls `onVisible` each time the returned ref's element comes into view, a little before it does.
 *
 * A margin counts only around the box that scrolls, which is marked with `data-scroller`.
 */
export function useOnVisible<T extends Element>(onVisible: () => void) {
  const ref = useRef<T>(null)
  const latest = useRef(onVisible)
  useEffect(() => {
    latest.current = onVisible
  })
  useEffect(() => {
    if (!ref.current || !('IntersectionObserver' in window)) {
      return
    }
    const observer = new IntersectionObserver(
      (entries) =>
        entries.some((entry) => entry.isIntersecting) && latest.current(),
      { root: ref.current.closest('[data-scroller]'), rootMargin: '400px' }
    )
    observer.observe(ref.current)
    return () => observer.disconnect()
  }, [])
  return ref
}
