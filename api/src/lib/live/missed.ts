import { isRefusal } from 'src/lib/database/isRefusal'
import { pool } from 'src/lib/database/pool'

import { publish } from './publish'
import { here } from './pubSub'

/** What breaks together is told together. */
const SOON_MS = 100

/**
 * A statement whose client is gone, be it dead, may still wait for a lock, and be committed then. And who was cut off may
 * work for a moment before it has its lock of a living process back.
 */
const LATER_MS = 5_000

const twice = (tell: () => void) => {
  tell()
  setTimeout(tell, LATER_MS).unref()
}

/** This process' own listeners ask for what they may have missed. */
export const missedHere = () =>
  twice(() => here.publish('inbox', { kind: 'missed' }))

let timer: NodeJS.Timeout | undefined

/** All who listen, wherever, ask for what they may have missed. */
const missedEverywhere = () => {
  timer ??= setTimeout(() => {
    timer = undefined
    twice(() => publish({ kind: 'missed' }))
  }, SOON_MS)
  timer.unref()
}

/**
 * A connection that breaks in the middle of a commit, or whose answer is no longer waited for, leaves open whether it
 * was made: whoever asked for it got an error and tells nobody, and who repeats it finds nothing to tell any more.
 */
export function tellOfBrokenConnections() {
  const inUse = new Set<unknown>()
  pool.on('acquire', (client) => inUse.add(client))
  pool.on('release', (error: unknown, client) => {
    inUse.delete(client)
    if (error && !isRefusal(error)) {
      missedEverywhere()
    }
  })
  pool.on('remove', (client) => inUse.delete(client))
  pool.on('connect', (client) =>
    client.on('error', () => inUse.has(client) && missedEverywhere())
  )
}
