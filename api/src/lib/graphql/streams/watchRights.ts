import { loginOf, rolesNow } from 'src/lib/access/rolesNow'
import { areLasting } from 'src/lib/access/sessions/sessions'
import { listen } from 'src/lib/live/listen'
import { forgetLogins, presentLogins } from 'src/lib/live/presence/presence'
import { logger } from 'src/lib/logger'

import { streams } from './openStreams'

/** So long may a stream outlive the right to it, where nothing was heard of its end: of what expires, or without Redis. */
const EVERY_MS = 15_000

let timer: NodeJS.Timeout | undefined

/**
 * Ends streams once who listens is gone, revoked, or has another role. Rights are looked at when a stream opens, and it
 * lasts for days; cut off, it connects again, and hears what holds then.
 */
export function watchRights() {
  if (!timer) {
    timer = setInterval(() => void endRevoked(), EVERY_MS).unref()
    void endWhenTold()
  }
}

/** At once, in whichever process the right was taken. */
async function endWhenTold() {
  for await (const _event of listen(['rightsChanged'])) {
    await Promise.all([endRevoked(), endPresence()])
  }
}

/** Who has logged out looks at nothing any more, whatever their tab said last. */
async function endPresence() {
  const present = presentLogins()
  try {
    const lasting = await areLasting(present)
    const ids = lasting.map(({ id }) => id)
    forgetLogins(present.filter((login) => !ids.includes(login)))
  } catch (error) {
    logger.warn({ error }, 'Who is still logged in could not be looked at')
  }
}

/** One question for all who listen; where the database is away, the next round asks again. */
export async function endRevoked() {
  const users = new Map(
    [...streams.values()].map((user) => [loginOf(user), user])
  )
  if (users.size === 0) {
    return
  }
  try {
    const roles = await rolesNow([...users.values()])
    for (const [response, user] of streams) {
      const role = roles.get(loginOf(user))
      if (users.has(loginOf(user)) && (!role || !user.roles.includes(role))) {
        response.destroy()
      }
    }
  } catch (error) {
    logger.warn({ error }, 'The rights of live streams could not be looked at')
  }
}
