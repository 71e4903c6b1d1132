import type { Task } from 'graphile-worker'

import { reconcileStuck as reconcile } from 'src/lib/reconcile/reconcileStuck'

/** Every minute: asks Twilio about messages that lack a final status for too long. */
export const reconcileStuck: Task = () => reconcile()
