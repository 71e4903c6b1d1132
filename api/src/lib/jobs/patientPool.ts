import { setTimeout as pause } from 'node:timers/promises'

import type { Pool, PoolClient } from 'pg'

import { isRefusal } from 'src/lib/database/isRefusal'
import { logger } from 'src/lib/logger'

const PAUSE_MS = 500

/** What PostgreSQL says of a transaction that is to be repeated; graphile-worker does so, from 50 ms on. */
const REPEAT = '40001'

interface PatientPoolOptions {
  /** What fails while a runner starts is thrown. */
  phase: () => 'starts' | 'works' | 'stops'
  /** Gives back all jobs that the runner has. */
  giveBack: (client: PoolClient) => Promise<unknown>
  /** The database can't be reached while the runner stops: who asks for it now never gets an answer. */
  onGivenUp: () => void
}

/**
 * A pool for a runner that waits where the database can't be reached, and where a connection broke has the statement
 * repeated. graphile-worker 0.17.3 does so by the code of an error, which a broken connection has not, and else
 * - keeps a failure to ask for the ids of its tasks as it keeps an answer (`taskIdentifiers.js`): a runner that met a
 *   busy database then would ask for no job any more, for as long as it lives;
 * - has nobody hear of a failure to say that a job is done or failed (`worker.js`), which ends the process.
 *
 * Jobs may have been taken of which the answer got lost. Nobody would do them for four hours, so before a statement is
 * repeated all are given back. What is done just now may so be done twice at once, which each task of ours can.
 */
export function patientPool(
  pool: Pool,
  { phase, giveBack, onGivenUp }: PatientPoolOptions
): Pool {
  const connect = async (): Promise<PoolClient> => {
    for (;;) {
      try {
        return await pool.connect()
      } catch (error) {
        if (phase() === 'starts') {
          throw error
        }
        if (phase() === 'stops') {
          onGivenUp()
          return new Promise(() => {})
        }
        logger.warn({ error }, 'A worker waits for the database')
        await pause(PAUSE_MS)
      }
    }
  }

  const giveAllBack = async () => {
    for (;;) {
      const client = await connect()
      try {
        await giveBack(client)
        client.release()
        return
      } catch (error) {
        client.release(true)
        logger.warn({ error }, 'The jobs of a worker were not given back')
        await pause(PAUSE_MS)
      }
    }
  }
  let givingBack: Promise<void> | undefined
  /** What breaks together is given back together. */
  const giveBackOnce = () => {
    givingBack ??= giveAllBack().finally(() => {
      givingBack = undefined
    })
    return givingBack
  }

  const patientClient = (client: PoolClient): PoolClient => {
    let isReleased = false
    const release = (error?: Error | boolean) => {
      if (!isReleased) {
        isReleased = true
        client.release(error)
      }
    }
    const query = async (...args: Parameters<PoolClient['query']>) => {
      try {
        return await client.query(...args)
      } catch (error) {
        if (phase() === 'starts' || isRefusal(error)) {
          throw error
        }
        logger.warn({ error }, 'A worker repeats what it asked the database')
        // Before it waits: else those that wait could be all that the pool has.
        release(true)
        await giveBackOnce()
        throw Object.assign(
          new Error('The connection broke', { cause: error }),
          { code: REPEAT }
        )
      }
    }
    return withOthers(client, { query, release })
  }

  const connectPatiently = async () => patientClient(await connect())
  return withOthers(pool, {
    // With a callback, graphile-worker connects for the announcements of jobs, and tries again by itself.
    connect: (callback?: Parameters<Pool['connect']>[0]) =>
      callback ? pool.connect(callback) : connectPatiently(),
  })
}

/** The same thing with some methods of its own. */
const withOthers = <T extends object>(thing: T, methods: object): T =>
  new Proxy(thing, {
    get: (target, key) => {
      if (key in methods) {
        return Reflect.get(methods, key)
      }
      const value = Reflect.get(target, key)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
