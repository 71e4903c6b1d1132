import type { Task } from 'graphile-worker'

import { sweepSnoozed } from 'src/lib/conversations/sweepSnoozed'
import { sweepMedia } from 'src/lib/inbound/sweepMedia'
import { sweep as sweepOutbound } from 'src/lib/outbound/sweep'

/** Every five minutes: finds messages that wait, files that are to be fetched and conversations that are to wake, and that no job looks after. */
export const sweep: Task = async (_payload, { logger }) => {
  const found =
    (await sweepOutbound()) + (await sweepMedia()) + (await sweepSnoozed())
  if (found > 0) {
    logger.warn(`${found} messages, files or conversations had no job`)
  }
}
