import type { ServerResponse } from 'node:http'

import { rolesNow } from 'src/lib/access/rolesNow'
import type { CurrentUser } from 'src/lib/auth'
import { logger } from 'src/lib/logger'

/** So long may a stream outlive the right to it. */
const EVERY_MS = 15_000

const streams = new Map<ServerResponse, CurrentUser>()
let timer: NodeJS.Timeout | undefined

/**
 * Ends a stream once who listens is gone, revoked, or has another role. Rights are looked at when a stream opens, and it
 * lasts for days; cut off, it connects again, and hears what holds then.
 */
export function watchRights(response: ServerResponse, user: CurrentUser) {
  streams.set(response, user)
  response.once('close', () => streams.delete(response))
  timer ??= setInterval(() => void endRevoked(), EVERY_MS).unref()
}

/** One question for all who listen; where the database is away, the next round asks again. */
export async function endRevoked() {
  const users = new Map([...streams.values()].map((user) => [user.id, user]))
  if (users.size === 0) {
    return
  }
  try {
    const roles = await rolesNow([...users.values()])
    for (const [response, user] of streams) {
      const role = roles.get(user.id)
      if (users.has(user.id) && (!role || !user.roles.includes(role))) {
        response.destroy()
      }
    }
  } catch (error) {
    logger.warn({ error }, 'The rights of live streams could not be looked at')
  }
}
