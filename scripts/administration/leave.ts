import { setTimeout as pause } from 'node:timers/promises'

import { pingRedis } from 'api/src/lib/live/pubSub'

const PATIENCE_MS = 2_000

/**
 * Ends a script that may have published: the connections to Redis would keep it for ever. Redis answers a ping after
 * what was published before it on the same connection; one that is away is not waited for.
 */
export async function leave() {
  if (!pingRedis) {
    return
  }
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; ) {
    const isTold = await pingRedis().then(
      () => true,
      () => false
    )
    if (isTold) {
      break
    }
    await pause(20)
  }
  process.exit()
}
