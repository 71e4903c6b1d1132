import type { Task } from 'graphile-worker'

import { confirmCall as confirm } from 'src/lib/reconcile/confirmCall'

/** Asks Twilio about a call of whose end nobody told. */
export const confirmCall: Task = async (payload) => {
  await confirm((payload as { sid: string }).sid)
}
