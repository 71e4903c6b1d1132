import type { Task } from 'graphile-worker'

import { foldCounters as fold } from 'src/lib/counters/foldCounters'

/** Once a minute: keeps the counts of folders quick to read. */
export const foldCounters: Task = async () => {
  await fold()
}
