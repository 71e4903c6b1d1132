import type { Task } from 'graphile-worker'

import { deliver } from 'src/lib/webhooks/delivery/deliver'

/** Delivers an event to an endpoint, or tries it again. */
export const deliverWebhook: Task = async (payload) => {
  await deliver((payload as { deliveryId: string }).deliveryId)
}
