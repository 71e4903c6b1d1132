import fs from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

import { port as portOf } from './env.mjs'
import { PlainError } from './errors.mjs'
import { freePort } from './ports.mjs'
import { cluster } from './postgresCluster.mjs'

const PATIENCE_MS = 90_000

/** ECONN…: not (yet) listening. 57P03: starting or stopping. 58P01: a file that another start is just making. */
const NOT_READY = /ECONN|57P03|58P01/

const sameFolder = (a, b) => {
  try {
    return fs.realpathSync(a) === fs.realpathSync(b)
  } catch {
    return false
  }
}

/** Throws unless the server that answers at `url` is this clone's. */
async function verify(pg, url, data) {
  const taken = new PlainError(
    `Port ${new URL(url).port} is taken by another program (perhaps another clone's database): set EMBEDDED_POSTGRES_PORT to a free one.`
  )
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
  })
  try {
    await client.connect()
    const { rows } = await client.query('SHOW data_directory')
    if (!sameFolder(rows[0].data_directory, data)) {
      throw taken
    }
  } catch (error) {
    // Another cluster has another password (28P01), and another program speaks no PostgreSQL.
    throw NOT_READY.test(error.code) ? error : taken
  } finally {
    await client.end().catch(() => {})
  }
}

/**
 * Makes sure that this clone's PostgreSQL runs. Idempotent, and safe to call from many processes at once: the
 * server is a daemon that the dev server, Prisma, the worker and the tests share.
 *
 * @param {{ pickPort?: boolean }} options pickPort: where the configured port is taken, take any (for tests)
 * @returns {Promise<(database: string) => string>} the URL of a database in it
 */
export async function ensurePostgres({ pickPort = false } = {}) {
  const { default: pg } = await import('pg')
  const server = await cluster()
  let port = portOf('EMBEDDED_POSTGRES_PORT')
  let picks = pickPort ? 5 : 0

  for (const end = Date.now() + PATIENCE_MS; ; await sleep(250)) {
    const running = server.runningPort()
    if (!running) {
      server.start(port)
    }
    // One that runs is this clone's own, so it is the right one, whatever its port.
    const at = running ?? port
    const urlOf = (database) =>
      `postgresql://postgres:${server.password}@127.0.0.1:${at}/${database}`
    try {
      await verify(pg, urlOf('postgres'), server.data)
      return urlOf
    } catch (error) {
      if (error instanceof PlainError && picks-- > 0) {
        port = await freePort()
      } else if (error instanceof PlainError) {
        throw error
      } else if (Date.now() > end) {
        throw new PlainError(
          `The embedded PostgreSQL does not start (${error.message}). Its log is ${server.log}`
        )
      }
    }
  }
}

/** Stops the server after its running transactions. False: it was not running. */
export async function stopPostgres() {
  const server = await cluster()
  return Boolean(server.runningPort()) && server.stop()
}
