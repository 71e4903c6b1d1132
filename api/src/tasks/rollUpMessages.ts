import type { Task } from 'graphile-worker'

import { readHorizon, rollUp } from 'src/lib/analytics/rollUp'

/** Every minute: brings the figures of the analytics page up to date. */
export const rollUpMessages: Task = async (_payload, { logger }) => {
  if (!(await rollUp(await readHorizon()))) {
    logger.info('There is more to count than one run does')
  }
}
