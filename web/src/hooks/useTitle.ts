import { useEffect } from 'react'

/**
 * Sets the title of the tab. Not by Redwood's Metadata, which waits for an animation frame: a tab in the
 * background has none, and there the number of unread conversations matters most.
 */
export function useTitle(title: string, unread = 0) {
  useEffect(() => {
    const badge = unread > 0 ? `(${unread > 99 ? '99+' : unread}) ` : ''
    document.title = `${badge}${title} – Heliograph`
  }, [title, unread])
}
