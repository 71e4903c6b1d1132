import type { Task } from 'graphile-worker'

import { fanOut } from 'src/lib/webhooks/delivery/fanOut'

/** Finds who wants an event, and has it delivered there. */
export const fanOutWebhook: Task = async (payload) => {
  await fanOut((payload as { eventId: string }).eventId)
}
