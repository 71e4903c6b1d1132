import type { InboxEvent } from 'src/lib/live/inboxEvent'
import { settings } from 'src/lib/settings/settings'

import { chime } from './chime'
import { showOnDesktop } from './desktop'
import { newsOf } from './newsOf'
import { isFirstToTell, isSeenInAnyTab } from './tabs'

/** Tells of an event by sound and on the desktop, where the operator wishes it and does not see it anyway. */
export async function notify(event: InboxEvent, operatorId?: string) {
  const { sound, desktopNotifications, mutedFolders } = settings.get()
  const news = newsOf(event, { operatorId, mutedFolders })
  if (
    !news ||
    (await isSeenInAnyTab(news.conversationId)) ||
    !(await isFirstToTell(news.id))
  ) {
    return
  }
  if (desktopNotifications) {
    showOnDesktop(news)
  }
  if (sound) {
    await chime()
  }
}
