import type { Task } from 'graphile-worker'

import { sweepErasures } from 'src/lib/privacy/erasure/redactContact'
import { retain } from 'src/lib/privacy/retention/retain'

/** Every minute: redacts what has been kept for as long as it may be, and finds erasures that no job looks after. */
export const retainMessages: Task = async (
  _payload,
  { logger, abortSignal }
) => {
  if (await retain({ signal: abortSignal })) {
    logger.info('There is more to redact than one run does')
  }
  const found = await sweepErasures()
  if (found > 0) {
    logger.warn(`${found} erasures had no job`)
  }
}
