import type { Task } from 'graphile-worker'

import { pruneWebhooks as prune } from 'src/lib/webhooks/delivery/prune'

/** Once a day: forgets old events of workflow tools. */
export const pruneWebhooks: Task = async () => {
  await prune()
}
