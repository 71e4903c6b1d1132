import { setTimeout as pause } from 'node:timers/promises'

import type { Pool } from 'pg'

import { logger } from 'src/lib/logger'

const PAUSE_MS = 500

/**
 * A pool for a runner, whose `connect` waits where the database can't be reached, from the moment that `isPatient` says.
 *
 * graphile-worker asks once for the ids of its tasks, and keeps a failure as it keeps an answer (0.17.3,
 * `taskIdentifiers.js`): a runner that met a busy database then would ask for no job any more, for as long as it lives.
 * It has retries of its own, by the code of an error, and the time-outs of a pool have none.
 */
export const patientPool = (pool: Pool, isPatient: () => boolean): Pool => {
  const connectPatiently = async () => {
    for (;;) {
      try {
        return await pool.connect()
      } catch (error) {
        if (!isPatient()) {
          throw error
        }
        logger.warn({ error }, 'A worker waits for the database')
        await pause(PAUSE_MS)
      }
    }
  }
  // With a callback, graphile-worker connects for the announcements of jobs, and tries again by itself.
  const connect = (callback?: Parameters<Pool['connect']>[0]) =>
    callback ? pool.connect(callback) : connectPatiently()
  return new Proxy(pool, {
    get: (target, key) => {
      const value = key === 'connect' ? connect : Reflect.get(target, key)
      return typeof value === 'function' && key !== 'connect'
        ? value.bind(target)
        : value
    },
  })
}
