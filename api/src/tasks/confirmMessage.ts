import type { Task } from 'graphile-worker'

import { confirmMessage as confirm } from 'src/lib/reconcile/confirmMessage'

/** Asks Twilio about a message whose outcome is unknown. */
export const confirmMessage: Task = async (payload) => {
  await confirm((payload as { messageId: string }).messageId)
}
