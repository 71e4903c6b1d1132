import { navigate } from '@redwoodjs/router'

import { inboxPath } from 'src/lib/folders/inboxPath'

import type { News } from './newsOf'

/** What this browser lets us do; `unsupported` where it knows no notifications, as over plain http. */
export const permission = (): NotificationPermission | 'unsupported' =>
  typeof Notification === 'undefined' || !window.isSecureContext
    ? 'unsupported'
    : Notification.permission

/** Asks for the permission: only when somebody wishes for notifications at this moment. */
export const askPermission = async () =>
  permission() === 'default' ? Notification.requestPermission() : permission()

/** Shows news outside of the page; a click on it opens the conversation. */
export function showOnDesktop({ id, title, text, conversationId }: News) {
  if (permission() !== 'granted') {
    return
  }
  try {
    const notification = new Notification(title, {
      body: text,
      tag: id,
      icon: '/favicon.svg',
    })
    notification.onclick = () => {
      window.focus()
      navigate(inboxPath({ folder: 'open', conversationId }))
      notification.close()
    }
  } catch {
    // Chrome on Android has the constructor and throws: there, only a service worker may show one.
  }
}
