import type { Task } from 'graphile-worker'

import { sweep as sweepOutbound } from 'src/lib/outbound/sweep'

/** Every five minutes: finds messages that wait and that no job looks after. */
export const sweep: Task = async (_payload, { logger }) => {
  const found = await sweepOutbound()
  if (found > 0) {
    logger.warn(`${found} messages had no job`)
  }
}
