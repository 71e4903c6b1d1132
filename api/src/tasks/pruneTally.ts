import type { Task } from 'graphile-worker'

import { pruneTally as prune } from 'src/lib/webhookHealth/pruneTally'

/** Once a day: forgets old counts of webhooks. */
export const pruneTally: Task = async () => {
  await prune()
}
