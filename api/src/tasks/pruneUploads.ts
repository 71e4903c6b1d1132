import type { Task } from 'graphile-worker'

import { pruneUploads as prune } from 'src/lib/media/uploads/pruneUploads'

/** Once a day: forgets uploads that were never sent. */
export const pruneUploads: Task = async () => {
  await prune()
}
