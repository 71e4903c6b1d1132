import type { Task } from 'graphile-worker'

import { sweepMedia } from 'src/lib/inbound/sweepMedia'
import { sweep as sweepOutbound } from 'src/lib/outbound/sweep'

/** Every five minutes: finds messages that wait, and files that are to be fetched, and that no job looks after. */
export const sweep: Task = async (_payload, { logger }) => {
  const found = (await sweepOutbound()) + (await sweepMedia())
  if (found > 0) {
    logger.warn(`${found} messages or files had no job`)
  }
}
